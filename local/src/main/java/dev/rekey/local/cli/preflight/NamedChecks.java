package dev.rekey.local.cli.preflight;

import dev.rekey.local.cli.check.Check;
import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.stack.Aws;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/**
 * Things of the account that parameters name: each must be there, and in the region of the stack.
 */
record NamedChecks(Aws aws, Values values) {

  List<Check> all() {
    return Stream.of(
            values.get("MailConfigurationSet").map(this::configurationSet),
            values.get("AlarmTopicArn").map(arn -> topic("alarm topic", "AlarmTopicArn", arn)),
            values.get("EventsTopicArn").map(arn -> topic("events topic", "EventsTopicArn", arn)),
            values.get("CertificateArn").map(this::certificate))
        .flatMap(Optional::stream)
        .toList();
  }

  private Check configurationSet(String name) {
    String check = "mail set";
    return new Check(
        check,
        "ses:GetConfigurationSet",
        () -> {
          try {
            aws.client(SesV2Client.builder())
                .getConfigurationSet(it -> it.configurationSetName(name));
            return Finding.ok(check, name + " is there");
          } catch (software.amazon.awssdk.services.sesv2.model.NotFoundException none) {
            return Finding.fail(
                check,
                "SES has no configuration set %s in %s: no mail would be sent"
                    .formatted(name, region()),
                "make it, or mend MailConfigurationSet");
          }
        });
  }

  private Check topic(String check, String parameter, String arn) {
    return new Check(
        check,
        "sns:GetTopicAttributes",
        () -> {
          if (!regionOf(arn).equals(region())) {
            return elsewhere(check, parameter, arn);
          }
          try {
            aws.client(SnsClient.builder()).getTopicAttributes(it -> it.topicArn(arn));
            return Finding.ok(check, arn + " is there");
          } catch (NotFoundException none) {
            return Finding.fail(check, arn + " is not there", "make it, or mend " + parameter);
          }
        });
  }

  private Check certificate(String arn) {
    String check = "certificate";
    return new Check(
        check,
        "",
        () ->
            regionOf(arn).equals(region())
                ? Finding.ok(check, "is of " + region())
                : elsewhere(check, "CertificateArn", arn));
  }

  private Finding elsewhere(String check, String parameter, String arn) {
    return Finding.fail(
        check,
        "%s is of %s, and the stack of %s".formatted(parameter, regionOf(arn), region()),
        "give one of " + region());
  }

  private String region() {
    return aws.region().id();
  }

  /** The fourth part of an ARN, whose form the template has checked. */
  private static String regionOf(String arn) {
    return arn.split(":", -1)[3];
  }
}

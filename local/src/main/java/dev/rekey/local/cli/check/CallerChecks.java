package dev.rekey.local.cli.check;

import dev.rekey.local.cli.stack.Aws;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import software.amazon.awssdk.services.sts.StsClient;

/** Who asks, and whether the clock here is right: a signature of another time is refused. */
public record CallerChecks(Aws aws) {
  private static final Duration SLIGHT = Duration.ofSeconds(30);
  private static final Duration REFUSED_BEYOND = Duration.ofMinutes(5);

  public List<Check> all() {
    return List.of(
        new Check("caller", "sts:GetCallerIdentity", this::caller),
        new Check("clock", "sts:GetCallerIdentity", this::clock));
  }

  private Finding caller() {
    return Finding.ok(
        "caller", "you are " + aws.client(StsClient.builder()).getCallerIdentity().arn());
  }

  private Finding clock() {
    var before = Instant.now();
    var answer = aws.client(StsClient.builder()).getCallerIdentity();
    var here = before.plus(Duration.between(before, Instant.now()).dividedBy(2));
    return answer
        .sdkHttpResponse()
        .firstMatchingHeader("Date")
        .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
        .map(there -> judge(Duration.between(there, here)))
        .orElseGet(() -> Finding.warn("clock", "not checked: AWS told no time", "try again"));
  }

  private static Finding judge(Duration ahead) {
    String off =
        "%d s %s".formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "late" : "ahead");
    if (ahead.abs().compareTo(SLIGHT) <= 0) {
      return Finding.ok("clock", "right");
    }
    return ahead.abs().compareTo(REFUSED_BEYOND) > 0
        ? Finding.fail(
            "clock", off + ": AWS refuses signatures", "let NTP set this machine's clock")
        : Finding.warn("clock", off, "let NTP set this machine's clock");
  }
}

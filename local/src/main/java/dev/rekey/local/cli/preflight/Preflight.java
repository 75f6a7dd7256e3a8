package dev.rekey.local.cli.preflight;

import dev.rekey.local.cli.check.CallerChecks;
import dev.rekey.local.cli.check.Check;
import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.check.MailChecks;
import dev.rekey.local.cli.check.TextChecks;
import dev.rekey.local.cli.stack.Aws;
import dev.rekey.local.template.TemplateInputs;
import java.util.ArrayList;
import java.util.List;

/**
 * All checks before one deployment, in the order in which somebody would mend what they find.
 *
 * @param environment what is to be deployed
 * @param inputs what the template takes
 */
public record Preflight(Aws aws, Environment environment, TemplateInputs inputs) {

  public List<Finding> examine() {
    var findings = new ArrayList<Finding>();
    new CallerChecks(aws).all().forEach(it -> findings.add(it.run()));
    var target = Target.read(aws, environment.stack());
    var values = new Values(environment, inputs, target);
    findings.addAll(values.findings());
    findings.add(target.finding(environment.stack()));
    checks(target, values).forEach(it -> findings.add(it.run()));
    return findings;
  }

  private List<Check> checks(Target target, Values values) {
    var mail = new MailChecks(aws, () -> values.get("MailFrom"), "ses:GetEmailIdentity").all();
    var checks = new ArrayList<Check>();
    checks.add(new SecretCheck(aws, target, values).check());
    checks.add(mail.getFirst());
    // A deployment may go on in a sandbox: the account is asked for in time, not in the middle.
    checks.add(mail.getLast().atMostWarning());
    new TextChecks(aws).all().forEach(it -> checks.add(it.atMostWarning()));
    checks.add(new ConcurrencyCheck(aws, values).check());
    checks.addAll(new NamedChecks(aws, values).all());
    return checks;
  }
}

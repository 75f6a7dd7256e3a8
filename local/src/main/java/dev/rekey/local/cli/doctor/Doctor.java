package dev.rekey.local.cli.doctor;

import dev.rekey.local.cli.check.CallerChecks;
import dev.rekey.local.cli.check.Check;
import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.check.MailChecks;
import dev.rekey.local.cli.check.TextChecks;
import dev.rekey.local.cli.stack.Aws;
import dev.rekey.local.cli.stack.Complaint;
import dev.rekey.local.cli.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All checks of one stack, in the order in which somebody would mend what they find. */
public final class Doctor {
  private static final String SENDER = "cloudformation:DescribeStacks and ses:GetEmailIdentity";

  private final Aws aws;
  private final Supplier<Stack> reader;
  private final String name;

  /**
   * Looks at one stack.
   *
   * @param reader reads what it is made of, or complains
   */
  public Doctor(Aws aws, Supplier<Stack> reader, String name) {
    this.aws = aws;
    this.reader = reader;
    this.name = name;
  }

  public List<Finding> examine() {
    var checks = new ArrayList<Check>();
    checks.addAll(new CallerChecks(aws).all());
    var findings = new ArrayList<Finding>();
    var deployment = new StackChecks(aws, name);
    try {
      var stack = reader.get();
      checks.addAll(deployment.all());
      checks.addAll(new TableChecks(aws, stack).all());
      checks.addAll(new FunctionChecks(aws, stack).all());
      checks.addAll(new KeyChecks(aws, stack).all());
    } catch (Complaint unreadable) {
      var why = String.valueOf(unreadable.getMessage());
      checks.add(new Check("stack", "", () -> Finding.fail("stack", why, "")));
    }
    checks.addAll(new MailChecks(aws, deployment::sender, SENDER).all());
    checks.addAll(new TextChecks(aws).all());
    checks.forEach(check -> findings.add(check.run()));
    return findings;
  }
}

import java.util.ArrayList;
import java.util.List;

/** The cases of one client, one after the other: a line for each, then their count. */
final class Suite {
  /** A case is told its own account. */
  interface Body {
    void run(Account who) throws Exception;
  }

  private record Case(String name, Body body) {}

  private final List<Case> cases = new ArrayList<>();
  private final String client;
  private final Runner runner;

  Suite(String client, Runner runner) {
    this.client = client;
    this.runner = runner;
  }

  void test(String name, Body body) {
    cases.add(new Case(name, body));
  }

  /** Whether there were cases and all of them passed. */
  boolean passes() {
    int failed = 0;
    for (int number = 1; number <= cases.size(); number++) {
      if (!passes(number, cases.get(number - 1))) {
        failed++;
      }
    }
    System.out.printf("%s: %d passed, %d failed%n", client, cases.size() - failed, failed);
    return failed == 0 && !cases.isEmpty();
  }

  private boolean passes(int number, Case one) {
    try {
      runner.forgetLimits();
      one.body().run(runner.account(number));
      System.out.printf("ok      %s: %s%n", client, one.name());
      return true;
    } catch (Exception | AssertionError e) { // whatever it was, this case failed
      System.out.printf("FAILED  %s: %s: %s%n", client, one.name(), e);
      e.printStackTrace(System.out);
      return false;
    }
  }
}

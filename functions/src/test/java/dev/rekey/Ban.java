package dev.rekey;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What no class may touch: methods, constructors and fields, called or referred to.
 *
 * @param who the only ones who may: origins as ArchUnit writes them, a regular expression
 * @param targets regular expressions over targets as ArchUnit writes them, such as {@code
 *     java.lang.String.getBytes()} or {@code java.util.Random.<init>(long)}
 */
record Ban(String what, Pattern who, List<Pattern> targets) {
  private static final Pattern NOBODY = Pattern.compile("(?!)");

  static Ban of(String what, String... targets) {
    return new Ban(what, NOBODY, List.of(targets).stream().map(Pattern::compile).toList());
  }

  /** The same, but for these origins. */
  Ban butFor(String origins) {
    return new Ban(what, Pattern.compile(origins), targets);
  }

  ArchRule rule() {
    return noClasses().should().accessTargetWhere(describe(what, this::forbids));
  }

  private boolean forbids(JavaAccess<?> access) {
    String target = access.getTarget().getFullName();
    return targets.stream().anyMatch(it -> it.matcher(target).matches())
        && !who.matcher(access.getOrigin().getFullName()).matches();
  }

  @Override
  public String toString() {
    return what;
  }
}

package dev.rekey;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no class may do, and no test. Style guide 12 and 26, R10, R17, R51, R52, R54. */
class ForbiddenTest {
  @Test
  void r10_nobodyDrawsFromAWeakRandomSource() {
    noClasses()
        .should()
        .callMethodWhere(
            call(
                "Math.random",
                it -> it.getTargetOwner().isEquivalentTo(Math.class) && named(it, "random")))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.SplittableRandom")
        .orShould()
        .callConstructorWhere(
            describe(
                "new java.util.Random",
                it -> it.getTargetOwner().isEquivalentTo(java.util.Random.class)))
        .check(Shipped.CLASSES);
  }

  @Test
  void onlyTheCompositionRootAsksTheMachineForTheTime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.rekey.app..")
        .should()
        .callMethodWhere(call("the machine's time", ForbiddenTest::readsTheMachinesClock))
        .check(Shipped.CLASSES);
  }

  private static boolean readsTheMachinesClock(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    boolean withoutClock = call.getTarget().getRawParameterTypes().isEmpty();
    return switch (owner) {
      case "java.lang.System" -> Set.of("currentTimeMillis", "nanoTime").contains(call.getName());
      case "java.util.Date" -> true;
      default ->
          owner.startsWith("java.time.")
              && ((named(call, "now") && withoutClock) || call.getName().startsWith("system"));
    };
  }

  @Test
  void r52_onlyTheCompositionRootReadsTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.rekey.app..")
        .should()
        .callMethodWhere(
            call(
                "the environment",
                it ->
                    it.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("getenv", "getProperty").contains(it.getName())))
        .check(Shipped.CLASSES);
  }

  /** What the SDK finds by itself is HTTPS; only somebody who names an endpoint can leave that. */
  @Test
  void r51_everyClientSpeaksTls() {
    noClasses()
        .should()
        .callMethodWhere(call("an endpoint", it -> named(it, "endpointOverride")))
        .check(Shipped.CLASSES);
  }

  @Test
  void r52_onlyTheAdapterOfTheSecretReadsIt() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.rekey.secrets..", "dev.rekey.aws..", "dev.rekey.app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk.services.secretsmanager..")
        .check(Shipped.CLASSES);
  }

  @Test
  void r54_nothingStaticCanChange() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat(describe("are written by people", it -> !isTemplate(it)))
        .should()
        .beFinal()
        .andShould()
        .notHaveRawType(
            describe(
                "a container or a counter",
                type ->
                    Set.of(
                                "java.util.HashMap",
                                "java.util.ArrayList",
                                "java.util.HashSet",
                                "java.util.concurrent.ConcurrentHashMap")
                            .contains(type.getName())
                        || type.getPackageName().equals("java.util.concurrent.atomic")))
        .check(Shipped.CLASSES);
  }

  @Test
  void r17_secretsAreNeverComparedByEquals() {
    var secrets =
        Set.of(
            "dev.rekey.passcode.Passcode",
            "dev.rekey.account.ResetToken",
            "dev.rekey.account.TokenDigest",
            "dev.rekey.password.StoredHash",
            "dev.rekey.keys.KeyBytes",
            "dev.rekey.keys.HmacKey");
    assertThat(Shipped.CLASSES).extracting(JavaClass::getName).containsAll(secrets);
    noClasses()
        .that(describe("hold no equals of their own", type -> !secrets.contains(type.getName())))
        .should()
        .callMethodWhere(
            call(
                "equals of a secret",
                it -> named(it, "equals") && secrets.contains(it.getTargetOwner().getName())))
        .check(Shipped.CLASSES);
    noClasses()
        .that()
        .haveNameMatching(String.join("|", secrets).replace(".", "\\."))
        .or()
        .haveFullyQualifiedName("dev.rekey.settings.KnownApp")
        .should()
        .callMethodWhere(
            call(
                "a comparison that stops early",
                it ->
                    named(it, "equals")
                        && (it.getTargetOwner().isEquivalentTo(String.class)
                            || it.getTargetOwner().isEquivalentTo(Arrays.class))
                        && !isSpellingCheck(it)))
        .check(Shipped.CLASSES);
  }

  /** A token is compared with its own canonical spelling, not with a secret. */
  private static boolean isSpellingCheck(JavaMethodCall call) {
    return call.getOrigin()
        .getFullName()
        .equals("dev.rekey.account.ResetToken.parse(java.lang.String)");
  }

  /** A skipped test proves nothing; a random one would skip by its seed. */
  @ParameterizedTest
  @ValueSource(strings = {"src/test/java", "../local/src/test/java"})
  void noTestIsSwitchedOff(String sources) throws IOException {
    var switches = Pattern.compile("@[D]isabled|@[E]nabled[A-Z]|\\b[a]ssum(e|ing)[A-Z]");
    Path root = Path.of(sources);
    try (var files = Files.exists(root) ? Files.walk(root) : Stream.<Path>of()) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(switches);
      }
    }
  }

  private static boolean named(JavaAccess<?> access, String name) {
    return access.getTarget().getName().equals(name);
  }

  private static boolean isTemplate(JavaClass type) {
    return type.getPackageName().startsWith("dev.rekey.message.html")
        || type.getPackageName().startsWith("dev.rekey.message.text");
  }

  private static DescribedPredicate<JavaMethodCall> call(
      String what, Predicate<JavaMethodCall> test) {
    return describe(what, test);
  }
}

package dev.rekey;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.rekey.app.App;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The direction of imports, and what no class may do. Style guide 4 and 12, R10, R17, R54. */
class ArchitectureTest {
  private static final List<String> DOMAIN =
      List.of("address", "passcode", "account", "password", "message", "keys", "audit", "settings");
  private static final List<String> ADAPTERS = List.of("dynamo", "ses", "sns", "secrets");

  /** The adapters and what they share. */
  private static final List<String> AWS =
      Stream.concat(ADAPTERS.stream(), Stream.of("aws")).toList();

  private static final List<String> FEATURES =
      List.of("sendpasscode", "verifyreset", "resetpassword", "systeminfo", "deliver");
  private static final List<String> PACKAGES =
      Stream.of(DOMAIN, AWS, FEATURES, List.of("app", "http", "keyrotation"))
          .flatMap(List::stream)
          .toList();

  /** Which library is whose job; everything else of the domain is Java alone. */
  private static final String[] NOBODYS_JOB = {
    "com.amazonaws..", "software.amazon..", "dev.rekey.app..", "dev.rekey.http.."
  };

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .importUrl(App.class.getProtectionDomain().getCodeSource().getLocation());

  private static String[] of(List<String> names) {
    return names.stream().map(name -> "dev.rekey." + name + "..").toArray(String[]::new);
  }

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void everyNamedPackageHasClasses(String name) {
    assertThat(MAIN)
        .anyMatch(type ->
            type.getPackageName().equals("dev.rekey." + name)
                && !type.getSimpleName().equals("package-info"));
  }

  @Test
  void everyPackageIsNamedHere() {
    var found =
        MAIN.stream()
            .map(type -> type.getPackageName().substring("dev.rekey.".length()).split("\\.", 2)[0])
            .distinct();
    assertThat(found).containsExactlyInAnyOrderElementsOf(PACKAGES);
  }

  @Test
  void awsIsSpokenToByAdaptersAndTheCompositionRootAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages(of(Stream.concat(AWS.stream(), Stream.of("app")).toList()))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon..")
        .check(MAIN);
  }

  @Test
  void theRuntimeOfLambdaIsKnownToHandlersAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages(of(FEATURES))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws..")
        .check(MAIN);
  }

  private static Stream<List<String>> jobs() {
    return Stream.of(
        List.of("address", "com.google.i18n.phonenumbers.."),
        List.of("passcode"),
        List.of("account"),
        List.of("password", "org.bouncycastle.."),
        List.of("message", "gg.jte.."),
        List.of("keys", "org.bouncycastle..", "tools.jackson..", "com.fasterxml.jackson.."),
        List.of("audit", "tools.jackson..", "com.fasterxml.jackson.."),
        List.of("settings"));
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void theDomainImportsJavaItselfAndTheLibraryThatIsItsJob(List<String> job) {
    var allowed =
        Stream.of(
                Stream.of(of(DOMAIN)),
                Stream.of("java..", "javax.crypto..", "org.jspecify.annotations.."),
                job.stream().skip(1))
            .flatMap(names -> names)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("dev.rekey." + job.getFirst() + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(describe("arrays", JavaClass::isArray)))
        .check(MAIN);
  }

  @Test
  void everyPackageOfTheDomainHasAJob() {
    assertThat(jobs().map(List::getFirst)).containsExactlyInAnyOrderElementsOf(DOMAIN);
  }

  @Test
  void theDomainKnowsNeitherTheWireNorTheRoot() {
    noClasses()
        .that()
        .resideInAnyPackage(of(DOMAIN))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(NOBODYS_JOB)
        .check(MAIN);
  }

  @ParameterizedTest
  @FieldSource("FEATURES")
  void aFeatureKnowsNoOtherFeatureAndNoAdapter(String feature) {
    var strangers =
        Stream.concat(FEATURES.stream(), AWS.stream())
            .filter(name -> !name.equals(feature))
            .toList();
    noClasses()
        .that()
        .resideInAPackage("dev.rekey." + feature + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(of(strangers))
        .check(MAIN);
  }

  @Test
  void onlyTheCompositionRootKnowsAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackages(of(Stream.concat(AWS.stream(), Stream.of("app")).toList()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(of(AWS))
        .check(MAIN);
  }

  @Test
  void adaptersDoNotKnowEachOther() {
    for (String adapter : ADAPTERS) {
      noClasses()
          .that()
          .resideInAPackage("dev.rekey." + adapter + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              of(ADAPTERS.stream().filter(other -> !other.equals(adapter)).toList()))
          .check(MAIN);
    }
  }

  @Test
  void whatAdaptersShareKnowsNoneOfThem() {
    noClasses()
        .that()
        .resideInAPackage("dev.rekey.aws..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(of(ADAPTERS))
        .check(MAIN);
  }

  @Test
  void packagesMakeNoCycle() {
    slices().matching("dev.rekey.(*)..").should().beFreeOfCycles().check(MAIN);
  }

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
        .check(MAIN);
  }

  @Test
  void onlyTheCompositionRootAsksTheMachineForTheTime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.rekey.app..")
        .should()
        .callMethodWhere(call("the machine's time", ArchitectureTest::readsTheMachinesClock))
        .check(MAIN);
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
  void onlyTheCompositionRootReadsTheEnvironment() {
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
        .check(MAIN);
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
        .check(MAIN);
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
    assertThat(MAIN).extracting(JavaClass::getName).containsAll(secrets);
    noClasses()
        .that(describe("hold no equals of their own", type -> !secrets.contains(type.getName())))
        .should()
        .callMethodWhere(
            call(
                "equals of a secret",
                it -> named(it, "equals") && secrets.contains(it.getTargetOwner().getName())))
        .check(MAIN);
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
        .check(MAIN);
  }

  /** A token is compared with its own canonical spelling, not with a secret. */
  private static boolean isSpellingCheck(JavaMethodCall call) {
    return call.getOrigin()
        .getFullName()
        .equals("dev.rekey.account.ResetToken.parse(java.lang.String)");
  }

  private static Stream<Class<?>> handlers() {
    return MAIN.stream()
        .filter(type -> type.isAssignableTo(RequestStreamHandler.class))
        .map(JavaClass::reflect);
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void aHandlerIsMadeByLambdaOrOfAnApp(Class<?> handler) throws NoSuchMethodException {
    assertThat(handler).isFinal().isPublic();
    assertThat(handler.getConstructor()).isNotNull();
    assertThat(handler.getConstructor(App.class)).isNotNull();
    assertThat(handler.getConstructors()).hasSize(2);
  }

  @Test
  void everyHandlerEndsInHandler() {
    assertThat(handlers())
        .hasSize(7)
        .allMatch(handler -> handler.getSimpleName().endsWith("Handler"));
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

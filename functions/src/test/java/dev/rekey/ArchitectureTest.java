package dev.rekey;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.rekey.account.ConfirmedAccount;
import dev.rekey.account.Recipient;
import dev.rekey.account.Suppression;
import dev.rekey.app.App;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The direction of imports, and the form of a handler. Style guide 4. */
class ArchitectureTest {
  private static final List<String> DOMAIN =
      List.of(
          "address",
          "passcode",
          "account",
          "password",
          "message",
          "keys",
          "audit",
          "settings",
          "stack",
          "json");
  private static final List<String> ADAPTERS = List.of("dynamo", "ses", "sns", "secrets");

  /** The adapters and what they share. */
  private static final List<String> AWS =
      Stream.concat(ADAPTERS.stream(), Stream.of("aws")).toList();

  private static final List<String> FEATURES =
      List.of(
          "sendpasscode",
          "verifyreset",
          "resetpassword",
          "systeminfo",
          "deliver",
          "operate",
          "feedback",
          "keyrotation");
  private static final List<String> PACKAGES =
      Stream.of(DOMAIN, AWS, FEATURES, List.of("app", "http")).flatMap(List::stream).toList();

  /** Which library is whose job; everything else of the domain is Java alone. */
  private static final String[] NOBODYS_JOB = {
    "com.amazonaws..", "software.amazon..", "dev.rekey.app..", "dev.rekey.http.."
  };

  private static String[] of(List<String> names) {
    return names.stream().map(name -> "dev.rekey." + name + "..").toArray(String[]::new);
  }

  @ParameterizedTest
  @FieldSource("PACKAGES")
  void everyNamedPackageHasClasses(String name) {
    assertThat(Shipped.CLASSES)
        .anyMatch(type ->
            type.getPackageName().equals("dev.rekey." + name)
                && !type.getSimpleName().equals("package-info"));
  }

  @Test
  void everyPackageIsNamedHere() {
    var found =
        Shipped.CLASSES.stream()
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
        .check(Shipped.CLASSES);
  }

  @Test
  void theRuntimeOfLambdaIsKnownToHandlersAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages(of(FEATURES))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws..")
        .check(Shipped.CLASSES);
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
        List.of("json", "tools.jackson..", "com.fasterxml.jackson.."),
        List.of("settings"),
        List.of("stack"));
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
        .check(Shipped.CLASSES);
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
        .check(Shipped.CLASSES);
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
        .check(Shipped.CLASSES);
  }

  @Test
  void onlyTheCompositionRootKnowsAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackages(of(Stream.concat(AWS.stream(), Stream.of("app")).toList()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(of(AWS))
        .check(Shipped.CLASSES);
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
          .check(Shipped.CLASSES);
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
        .check(Shipped.CLASSES);
  }

  /** Nobody who answers a client may tell by it that there is an account. */
  @Test
  void invariant6_whetherAnAddressIsSuppressedIsLookedAtAfterTheAnswerAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages(of(List.of("deliver", "dynamo", "account")))
        .should()
        .callMethod(ConfirmedAccount.class, "suppressed")
        .orShould()
        .callMethod(Recipient.class, "suppressed")
        .check(Shipped.CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages(of(List.of("operate", "feedback", "dynamo", "account")))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Suppression.class)
        .check(Shipped.CLASSES);
  }

  @Test
  void packagesMakeNoCycle() {
    slices().matching("dev.rekey.(*)..").should().beFreeOfCycles().check(Shipped.CLASSES);
  }

  private static Stream<Class<?>> handlers() {
    return Shipped.CLASSES.stream()
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
        .hasSize(11)
        .allMatch(handler -> handler.getSimpleName().endsWith("Handler"));
  }
}

package dev.rekey.local.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rekey.local.conformance.rekey.RekeyService;
import dev.rekey.local.demo.RunnerProcess;
import org.junit.jupiter.api.Test;

/** The kit judges from outside: it shares no code with what it judges. */
class BlackBoxTest {
  private static final String KIT = "dev.rekey.local.conformance";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(KIT);

  @Test
  void theKitKnowsJavaJsonStatisticsAndItself() {
    assertThat(CLASSES.contain(Rules.class) && CLASSES.contain(RekeyService.class)).isTrue();
    classes()
        .that()
        .doNotHaveFullyQualifiedName(Conformance.class.getName())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            KIT + "..", "java..", "tools.jackson..", "org.hipparchus..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void rulesKnowNoAdapter() {
    noClasses()
        .that()
        .resideInAPackage(KIT)
        .and()
        .doNotHaveFullyQualifiedName(Conformance.class.getName())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(KIT + ".rekey..")
        .check(CLASSES);
  }

  @Test
  void theMainKnowsNothingMoreButHowToStartARunner() {
    classes()
        .that()
        .haveFullyQualifiedName(Conformance.class.getName())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(KIT + "..", "java..", "org.jspecify..", "dev.rekey.local.demo")
        .check(CLASSES);
    classes()
        .that()
        .haveFullyQualifiedName(RunnerProcess.class.getName())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..")
        .allowEmptyShould(false)
        .check(new ClassFileImporter().importClasses(RunnerProcess.class));
  }
}

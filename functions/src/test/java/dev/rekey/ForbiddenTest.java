package dev.rekey;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.rekey.broken.BrokenMachine;
import dev.rekey.broken.BrokenReach;
import dev.rekey.broken.BrokenSecrets;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no class may do, and no test. Style guide 12 and 26, R10, R17, R18, R51, R52, R54. Each ban
 * is tested too: it must refuse every method of its class in {@code dev.rekey.broken}.
 */
class ForbiddenTest {
  private static final Map<Ban, Class<?>> BROKEN =
      Map.ofEntries(
          Map.entry(Bans.WEAK_RANDOM, BrokenMachine.WeakRandom.class),
          Map.entry(Bans.CLOCK, BrokenMachine.MachineClock.class),
          Map.entry(Bans.ENVIRONMENT, BrokenMachine.Environment.class),
          Map.entry(Bans.CHARSET, BrokenMachine.MachineCharset.class),
          Map.entry(Bans.LOCALE, BrokenMachine.MachineLocale.class),
          Map.entry(Bans.PRINTING, BrokenReach.Printing.class),
          Map.entry(Bans.OBJECT_STREAMS, BrokenReach.ObjectStreams.class),
          Map.entry(Bans.REFLECTION, BrokenReach.Reflection.class),
          Map.entry(Bans.PROCESSES, BrokenReach.Processes.class),
          Map.entry(Bans.FILES, BrokenReach.FilesOnDisk.class),
          Map.entry(Bans.SOCKETS, BrokenReach.Sockets.class),
          Map.entry(Bans.THREADS, BrokenReach.Threads.class),
          Map.entry(Bans.KEEPING_MAPPERS, BrokenReach.KeepingMappers.class),
          Map.entry(Bans.COMPARED_SECRETS, BrokenSecrets.ComparedSecrets.class),
          Map.entry(Bans.COMPARED_INSIDE, BrokenSecrets.ComparedInside.class),
          Map.entry(Bans.SPELLED_SECRETS, BrokenSecrets.SpelledSecrets.class));

  /** RSA without padding is the contract's: what the padding means is judged in constant time. */
  private static final Set<String> ALGORITHMS =
      Set.of("SHA-256", "HmacSHA256", "AES/GCM/NoPadding", "RSA", "RSA/ECB/NoPadding");

  @Test
  void r10_nobodyDrawsFromAWeakRandomSource() {
    Bans.WEAK_RANDOM.rule().check(Shipped.CLASSES);
  }

  @Test
  void r17_secretsAreNeverComparedByEquals() {
    assertThat(Shipped.CLASSES).extracting(JavaClass::getName).containsAll(Bans.HOLDERS);
    Bans.COMPARED_SECRETS.rule().check(Shipped.CLASSES);
    Bans.COMPARED_INSIDE.rule().check(Shipped.CLASSES);
    Bans.SPELLED_SECRETS.rule().check(Shipped.CLASSES);
  }

  @Test
  void r18_nobodyWritesAnywhereButInTheAudit() {
    Bans.PRINTING.rule().check(Shipped.CLASSES);
  }

  @Test
  void r52_onlyTheCompositionRootReadsTheEnvironment() {
    Bans.ENVIRONMENT.rule().check(Shipped.CLASSES);
  }

  /** What the SDK finds by itself is HTTPS; only somebody who names an endpoint can leave that. */
  @Test
  void r51_everyClientSpeaksTls() {
    noClasses()
        .should()
        .callMethodWhere(
            describe("an endpoint", it -> it.getTarget().getName().equals("endpointOverride")))
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
  void r54_nobodyKeepsAnythingInFilesOrThreads() {
    Bans.FILES.rule().check(Shipped.CLASSES);
    Bans.THREADS.rule().check(Shipped.CLASSES);
  }

  private static List<Ban> bans() {
    return Bans.ALL;
  }

  @ParameterizedTest
  @MethodSource("bans")
  void nobodyDoesWhatIsForbidden(Ban ban) {
    ban.rule().check(Shipped.CLASSES);
  }

  private static Stream<Arguments> brokenMethods() {
    return Bans.ALL.stream()
        .flatMap(ban ->
            Arrays.stream(Objects.requireNonNull(BROKEN.get(ban)).getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(method -> Arguments.of(ban, method)));
  }

  @ParameterizedTest
  @MethodSource("brokenMethods")
  void eachRuleRefusesWhatBreaksIt(Ban ban, Method method) {
    var classes = new ClassFileImporter().importClasses(method.getDeclaringClass());
    var refused = ban.rule().evaluate(classes).getFailureReport().getDetails();
    assertThat(refused)
        .anyMatch(
            it -> it.contains(method.getDeclaringClass().getName() + "." + method.getName() + "("));
  }

  @Test
  void onlyListedAlgorithmsAreAskedFor() {
    var found =
        Shipped.CLASSES.stream()
            .map(JavaClass::reflect)
            .flatMap(type -> Algorithms.of(type).entrySet().stream())
            .toList();
    assertThat(found).isNotEmpty().allMatch(it -> ALGORITHMS.contains(it.getValue()));
    assertThat(found)
        .as("RSA without padding")
        .filteredOn(it -> it.getValue().equals("RSA/ECB/NoPadding"))
        .allMatch(it -> it.getKey().startsWith("dev.rekey.keys.RsaPair."));
    assertThat(Algorithms.of(BrokenSecrets.Algorithms.class).values())
        .hasSameSizeAs(BrokenSecrets.Algorithms.class.getDeclaredMethods())
        .noneMatch(ALGORITHMS::contains);
  }

  @Test
  void r54_nothingStaticCanChange() {
    var written = Shipped.CLASSES.stream().filter(type -> !isTemplate(type)).toList();
    assertThat(written.stream().map(JavaClass::reflect))
        .allSatisfy(type -> assertThat(Unchanging.broken(type)).as(type.getName()).isEmpty());
    assertThat(Unchanging.broken(BrokenSecrets.Statics.class))
        .hasSameSizeAs(BrokenSecrets.Statics.class.getDeclaredFields());
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

  private static boolean isTemplate(JavaClass type) {
    return type.getPackageName().startsWith("dev.rekey.message.html")
        || type.getPackageName().startsWith("dev.rekey.message.text");
  }
}

package dev.rekey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.rekey.account.AccountId;
import dev.rekey.account.ResetToken;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.Address;
import dev.rekey.address.AddressHash;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.app.App;
import dev.rekey.audit.AuditEvent;
import dev.rekey.audit.AuditLine;
import dev.rekey.http.Answer;
import dev.rekey.keys.KeyBytes;
import dev.rekey.keys.Keyring;
import dev.rekey.keys.RsaPair;
import dev.rekey.keys.Sm2Pair;
import dev.rekey.keys.ThrowAwayKeys;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.Passcode;
import dev.rekey.passcode.Source;
import dev.rekey.password.BlockList;
import dev.rekey.password.HashCost;
import dev.rekey.password.PasswordText;
import dev.rekey.password.PolicyVerdict;
import dev.rekey.password.StoredHash;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * R18, R46, invariant 8: no record shows a secret or an address. Each is filled with marked values;
 * text may show only where the list below says that it is harmless.
 */
class HiddenTest {
  private static final String MARK = "canary";
  private static final EmailAddress EMAIL =
      EmailAddress.parse("canary.ada@example.com").orElseThrow();
  private static final PhoneNumber PHONE =
      PhoneNumber.parse("13800138000", Optional.of("+86"), "CN").orElseThrow();
  private static final String HASH = "subject-subject-canarycanarycanarycanarycac";

  /** Names, ids and words that logs may hold. */
  private static final Set<String> HARMLESS =
      Set.of(
          "AppCheckBody.appId",
          "AppCheckData.message",
          "BadToken.cause",
          "Bare.body",
          "Caller.requestId",
          "CheckData.message",
          "Counted.subject",
          "Country.alpha2",
          "Country.alpha3",
          "Country.flag",
          "Country.phoneCountryCode",
          "Failing.reason",
          "Unclear.reason",
          "IssuedPasscode.codeKeyId",
          "KeySet.kind",
          "Key.publicKey",
          "Keyed.key",
          "KnownApp.id",
          "LiftedSince.subject",
          "Mails.configurationSet",
          "Mails.from",
          "Name.value",
          "NoAccount.subject",
          "NoticeDue.noticeId",
          "NoticeDue.subject",
          "PasscodeDue.requestId",
          "PasscodeRequest.requestId",
          "PasswordChanged.accountId",
          "PasswordChanged.id",
          "ProxyEvent.method",
          "PublicKeys.rsa",
          "PublicKeys.sm2",
          "RecoveryAbuse.country",
          "RecoveryAbuse.reason",
          "RecoveryShut.accountId",
          "RecoveryShut.subject",
          "Refused.reason",
          "Refused.values",
          "Reset.noticeId",
          "Result.reason",
          "Route.method",
          "Route.path",
          "Share.name", // of a country, or a block of ten thousand numbers
          "Settings.defaultCountry",
          "Settings.eventsTopicArn",
          "Settings.feedbackTopic",
          "Settings.keysSecret",
          "Settings.productName",
          "Settings.supportContact",
          "Settings.userPoolId",
          "StackAnswer.logicalId",
          "StackAnswer.reason",
          "StackAnswer.requestId",
          "StackAnswer.resourceId",
          "StackAnswer.stackId",
          "StagedVersions.current",
          "StagedVersions.pending",
          "StagedVersions.previous",
          "Suppressed.subject",
          "SystemBody.publicIps",
          "Tables.accounts",
          "Tables.resets",
          "Texting.countries",
          "Texting.senderId",
          "Unreadable.reason",
          "Versions.console",
          "Versions.login",
          "Versions.server");

  private static final Map<Type, Object> FILLINGS = fillings();

  private static Map<Type, Object> fillings() {
    var values = new LinkedHashMap<Type, Object>();
    values.put(int.class, 64);
    values.put(Integer.class, 64);
    values.put(long.class, 8L);
    values.put(boolean.class, true);
    values.put(Instant.class, Instant.EPOCH);
    values.put(LocalDate.class, LocalDate.EPOCH);
    values.put(Duration.class, Duration.ofSeconds(8));
    values.put(Address.class, EMAIL);
    values.put(EmailAddress.class, EMAIL);
    values.put(PhoneNumber.class, PHONE);
    values.put(AddressHash.class, new AddressHash(HASH));
    values.put(Passcode.class, new Passcode("777123"));
    values.put(Nonce.class, new Nonce(MARK));
    values.put(ResetToken.class, new ResetToken(HASH + HASH));
    values.put(TokenDigest.class, new TokenDigest(MARK));
    values.put(StoredHash.class, new StoredHash(MARK, "pep1"));
    values.put(PasswordText.class, PasswordText.parse(MARK).orElseThrow());
    values.put(byte[].class, MARK.getBytes(US_ASCII));
    values.put(KeyBytes.class, KeyBytes.random(new SecureRandom()));
    values.put(Keyring.class, ThrowAwayKeys.keyring());
    values.put(BlockList.class, BlockList.bundled());
    values.put(HashCost.class, HashCost.DEFAULT);
    values.put(AccountId.class, new AccountId("account"));
    values.put(Source.class, new Source("rate", "item"));
    values.put(AuditLine.class, AuditLine.of(AuditEvent.FAULT));
    values.put(Answer.class, Answer.ok(AuditLine.of(AuditEvent.FAULT), Map.of("t", MARK)));
    values.put(PolicyVerdict.class, new PolicyVerdict.Common());
    values.put(InetAddress.class, InetAddress.ofLiteral("198.51.100.7"));
    values.put(AttributeValue.class, AttributeValue.builder().s(MARK).build());
    return values;
  }

  private static Stream<Class<?>> records() {
    return new ClassFileImporter()
        .importUrl(App.class.getProtectionDomain().getCodeSource().getLocation()).stream()
            .filter(JavaClass::isRecord)
            .map(JavaClass::reflect);
  }

  @Test
  void thereAreRecords() {
    assertThat(records()).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("records")
  void r18_noRecordShowsASecretOrAnAddress(Class<?> type) throws ReflectiveOperationException {
    String shown = make(type).toString();
    assertThat(shown)
        .doesNotContain("777123", EMAIL.normal(), "canary.ada", PHONE.normal(), HASH)
        .doesNotContain(Arrays.toString(MARK.getBytes(US_ASCII)));
    var parts = Pattern.compile("canary-([A-Za-z0-9.]+)").matcher(shown).results();
    assertThat(parts.map(part -> part.group(1)).filter(part -> !HARMLESS.contains(part)))
        .as("hide it, or say in the list of this test that logs may hold it")
        .isEmpty();
    assertThat(shown.replaceAll("canary-[A-Za-z0-9.]+", "")).doesNotContain(MARK);
  }

  /** What is no record; each holds what nobody may see. */
  private static Stream<Object> secretsThatAreNoRecords() {
    var random = new SecureRandom();
    return Stream.of(
        PasswordText.parse(MARK).orElseThrow(),
        KeyBytes.of(MARK.repeat(KeyBytes.LENGTH).substring(0, KeyBytes.LENGTH).getBytes(US_ASCII)),
        KeyBytes.random(random),
        RsaPair.generate(random),
        Sm2Pair.generate(random));
  }

  @ParameterizedTest
  @MethodSource("secretsThatAreNoRecords")
  void r18_noOtherSecretShowsItself(Object secret) {
    assertThat(secret.toString()).isEqualTo(secret.getClass().getSimpleName() + "[hidden]");
  }

  private static Object make(Class<?> type) throws ReflectiveOperationException {
    var filling = FILLINGS.get(type);
    if (filling != null) {
      return filling;
    }
    var components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    var values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      String name = type.getSimpleName() + "." + components[i].getName();
      values[i] = value(components[i].getGenericType(), name);
    }
    return constructor.newInstance(values);
  }

  private static Object value(Type type, String name) throws ReflectiveOperationException {
    var filling = FILLINGS.get(type);
    if (filling != null) {
      return filling;
    }
    if (type instanceof ParameterizedType generic) {
      return container(generic, name);
    }
    if (!(type instanceof Class<?> plain) || plain == String.class || plain == Object.class) {
      return name.equals("Keyed.id") ? "key1" : MARK + "-" + name;
    }
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    if (plain.isSealed()) {
      return make(plain.getPermittedSubclasses()[0]);
    }
    return plain.isInterface() ? proxy(plain) : make(plain);
  }

  private static Object proxy(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> method.getName());
  }

  private static Object container(ParameterizedType type, String name)
      throws ReflectiveOperationException {
    var raw = (Class<?>) type.getRawType();
    var inner =
        value(type.getActualTypeArguments()[type.getActualTypeArguments().length - 1], name);
    return switch (raw.getSimpleName()) {
      case "Optional" -> Optional.of(inner);
      case "List" -> List.of(inner);
      case "Set" -> Set.of(inner);
      case "Map", "SequencedMap" -> new LinkedHashMap<>(Map.of("key", inner));
      default -> value(raw, name);
    };
  }
}

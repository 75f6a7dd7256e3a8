package dev.rekey.fuzz;

import dev.rekey.address.PunycodeProperties;
import dev.rekey.deliver.StreamProperties;
import dev.rekey.feedback.FeedbackProperties;
import dev.rekey.http.BodyProperties;
import dev.rekey.http.CallProperties;
import dev.rekey.operate.OperateProperties;
import dev.rekey.password.PasswordProperties;
import dev.rekey.password.PhcProperties;
import dev.rekey.password.RsaProperties;
import dev.rekey.password.Sm2Properties;
import dev.rekey.ses.MailFromProperties;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/** What is fuzzed. Each target has a directory of inputs with its name, beside this class. */
@SuppressWarnings("ImmutableEnumChecker") // references to static methods hold no state
enum Target {
  CALL(CallProperties::check),
  BODY(BodyProperties::check),
  RSA(RsaProperties::check),
  SM2(Sm2Properties::check),
  PHC(PhcProperties::check),
  PASSWORD(PasswordProperties::check),
  EMAIL(EmailProperties::check),
  PHONE(PhoneProperties::check),
  PUNYCODE(PunycodeProperties::check),
  MESSAGE(MessageProperties::check),
  MAIL_FROM(MailFromProperties::check),
  STREAM(StreamProperties::check),
  OPERATE(OperateProperties::check),
  FEEDBACK(FeedbackProperties::check),
  KEYRING(KeyringProperties::check),
  SEALED(SealedProperties::check),
  TOKEN(TokenProperties::check);

  private final Consumer<Input> properties;

  Target(Consumer<Input> properties) {
    this.properties = properties;
  }

  static Target named(String name) {
    return Arrays.stream(values())
        .filter(target -> target.title().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no target is called " + name));
  }

  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  void check(Input input) {
    properties.accept(input);
  }
}

package dev.rekey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rekey.account.Account;
import dev.rekey.account.AccountId;
import dev.rekey.account.ConfirmedAccount;
import dev.rekey.account.Recipient;
import dev.rekey.account.StoredAccount;
import dev.rekey.account.StoredAccount.StoredAddress;
import dev.rekey.address.Channel;
import dev.rekey.address.EmailAddress;
import dev.rekey.address.PhoneNumber;
import dev.rekey.message.Language;
import dev.rekey.testing.TestLimits;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnEveryStore
class AccountDirectoryConformanceTest {
  private final Stores stores;
  private final Scene mail;
  private final Scene phone;
  private final StoredAccount account;

  AccountDirectoryConformanceTest(Stores stores) {
    this.stores = stores;
    mail = new Scene(stores);
    phone = new Scene(stores, TestLimits.DEFAULT, Scene.someNumber());
    account = mail.account();
    put(true, true, true);
  }

  @Test
  void findsOwnerOfConfirmedAddress() {
    var owner = Optional.of(new ConfirmedAccount(account.id(), Optional.of(Language.JA_JP), false));
    assertThat(confirmed(mail)).isEqualTo(owner);
    assertThat(confirmed(phone)).isEqualTo(owner);
  }

  @Test
  void findsNobodyAtUnknownAddress() {
    assertThat(confirmed(new Scene(stores))).isEmpty();
  }

  @Test
  void findsNobodyAtUnverifiedAddress() {
    put(true, false, true);
    assertThat(confirmed(mail)).isEmpty();
    assertThat(confirmed(phone)).isPresent();
  }

  @Test
  void findsNobodyDisabled() {
    put(false, true, true);
    assertThat(confirmed(mail)).isEmpty();
  }

  @Test
  void findsNobodyByAddressThatOnlyLooksAlike() {
    var alike = new Scene(stores);
    var address = new StoredAddress(mail.address().normal(), true);
    stores.putAlias(account, Channel.EMAIL, alike.hash(), address);
    assertThat(confirmed(alike)).isEmpty();
  }

  @Test
  void findsOwnerOfAddressThatWasStoredInCapitals() {
    var typed = mail.address().normal().toUpperCase(Locale.ROOT);
    stores.putAlias(account, Channel.EMAIL, mail.hash(), new StoredAddress(typed, true));
    assertThat(confirmed(mail)).isPresent();
  }

  @Test
  void findsAccountWithItsWords() {
    assertThat(stores.accounts().find(account.id()))
        .contains(
            new Account(
                account.id(),
                true,
                true,
                Optional.of("ada"),
                Optional.of((EmailAddress) mail.address()),
                Optional.of((PhoneNumber) phone.address())));
  }

  @Test
  void findsDisabledAccountAsDisabled() {
    put(false, true, true);
    assertThat(stores.accounts().find(account.id()).map(Account::active)).contains(false);
  }

  @Test
  void findsNoUnknownAccount() {
    assertThat(stores.accounts().find(new AccountId("ghost"))).isEmpty();
  }

  @Test
  void tellsOwnerAtEachConfirmedAddress() {
    assertThat(recipient(Channel.EMAIL))
        .contains(new Recipient(mail.address(), Optional.of(Language.JA_JP), false));
    assertThat(recipient(Channel.SMS))
        .contains(new Recipient(phone.address(), Optional.of(Language.JA_JP), false));
  }

  @Test
  void tellsNobodyAtUnverifiedAddress() {
    put(true, true, false);
    assertThat(recipient(Channel.SMS)).isEmpty();
    assertThat(recipient(Channel.EMAIL)).isPresent();
  }

  @Test
  void tellsNobodyAtAddressThatIsAnotherAccounts() {
    var other = new Scene(stores).account();
    var address = new StoredAddress(mail.address().normal(), true);
    stores.putAlias(other, Channel.EMAIL, mail.hash(), address);
    assertThat(recipient(Channel.EMAIL)).isEmpty();
  }

  @Test
  void tellsNobodyDisabled() {
    put(false, true, true);
    assertThat(recipient(Channel.EMAIL)).isEmpty();
  }

  @Test
  void tellsNobodyUnknown() {
    assertThat(stores.accounts().recipient(new AccountId("ghost"), Channel.EMAIL)).isEmpty();
  }

  private Optional<ConfirmedAccount> confirmed(Scene scene) {
    return stores.accounts().confirmed(scene.address(), scene.hash());
  }

  private Optional<Recipient> recipient(Channel channel) {
    return stores.accounts().recipient(account.id(), channel);
  }

  private void put(boolean active, boolean mailVerified, boolean phoneVerified) {
    stores.put(
        new StoredAccount(
            account.id(),
            active,
            account.mfa(),
            account.username(),
            Optional.of(new StoredAddress(mail.address().normal(), mailVerified)),
            Optional.of(new StoredAddress(phone.address().normal(), phoneVerified)),
            account.language(),
            account.password(),
            account.changedAt(),
            account.epoch(),
            account.compromisedAt()));
  }
}

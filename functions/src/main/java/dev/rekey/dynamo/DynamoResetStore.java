package dev.rekey.dynamo;

import dev.rekey.account.IssuedToken;
import dev.rekey.account.TokenDigest;
import dev.rekey.address.AddressHash;
import dev.rekey.keys.AddressSeal;
import dev.rekey.passcode.AddressView;
import dev.rekey.passcode.ChargeOutcome;
import dev.rekey.passcode.Erasure;
import dev.rekey.passcode.Limits;
import dev.rekey.passcode.Nonce;
import dev.rekey.passcode.PasscodeRequest;
import dev.rekey.passcode.RequestOutcome;
import dev.rekey.passcode.ResetStore;
import dev.rekey.passcode.Source;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table of resets in DynamoDB. */
public final class DynamoResetStore implements ResetStore {
  private final Table resets;
  private final Sends sends;
  private final Charges charges;
  private final Tokens tokens;
  private final Erasures erasures;

  /**
   * Works on one table.
   *
   * @param table name of the table of resets
   */
  public DynamoResetStore(DynamoDbClient client, String table, AddressSeal seal, Limits limits) {
    resets = new Table(client, table);
    sends = new Sends(resets, seal, limits);
    charges = new Charges(resets, limits);
    tokens = new Tokens(resets);
    erasures = new Erasures(resets);
  }

  @Override
  public RequestOutcome request(PasscodeRequest request) {
    return sends.request(request);
  }

  @Override
  public ChargeOutcome charge(
      AddressHash address, Optional<Source> source, String operation, Instant now) {
    return charges.charge(address, source, operation, now);
  }

  @Override
  public boolean forgiveMisses(AddressHash address, Nonce proven, Instant now) {
    return charges.forgive(address, proven, now);
  }

  @Override
  public boolean shut(AddressHash address, Instant now) {
    return charges.shut(address, now);
  }

  @Override
  public boolean open(AddressHash address, String operation, Instant now) {
    return charges.open(address, operation, now);
  }

  @Override
  public Erasure erase(AddressHash address) {
    return erasures.erase(address);
  }

  @Override
  public Optional<AddressView> view(AddressHash address, Instant now) {
    return Optional.of(new ResetItem(resets.get(ResetItem.pk(address))))
        .filter(ResetItem::exists)
        .map(item -> item.view(ResetItem.day(now)));
  }

  @Override
  public boolean exchange(AddressHash address, Nonce proven, IssuedToken token) {
    return tokens.exchange(address, proven, token);
  }

  @Override
  public Optional<IssuedToken> token(AddressHash address) {
    return tokens.token(address);
  }

  @Override
  public boolean countRefusal(
      AddressHash address, TokenDigest token, String operation, Instant now) {
    return tokens.countRefusal(address, token, operation, now);
  }
}

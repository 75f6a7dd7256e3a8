package dev.rekey.sns;

import dev.rekey.address.PhoneNumber;
import dev.rekey.aws.FaultOutcome;
import dev.rekey.message.SendOutcome;
import dev.rekey.message.SmsSender;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Sends text messages by SNS. Time-outs and tries are those of the client. Safe for use by many
 * threads.
 */
public final class SnsSmsSender implements SmsSender {

  /** Checked at the start: SNS would answer a wrong one as if the recipient were invalid. */
  private static final Pattern SENDER_ID = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9-]{1,11}");

  private final SnsClient sns;
  private final Map<String, MessageAttributeValue> attributes;

  /**
   * @param senderId 1 to 11 letters, digits and hyphens, one letter at least, shown as the sender
   *     where the country allows it; anything else is an IllegalArgumentException
   */
  public SnsSmsSender(SnsClient sns, Optional<String> senderId) {
    if (senderId.filter(id -> !SENDER_ID.matcher(id).matches()).isPresent()) {
      throw new IllegalArgumentException("senderId is not 1 to 11 letters, digits and hyphens");
    }
    this.sns = sns;
    Map<String, MessageAttributeValue> all = new HashMap<>();
    all.put("AWS.SNS.SMS.SMSType", text("Transactional"));
    senderId.ifPresent(id -> all.put("AWS.SNS.SMS.SenderID", text(id)));
    attributes = Map.copyOf(all);
  }

  @Override
  public SendOutcome send(PhoneNumber to, String text) {
    try {
      sns.publish(sms -> sms.phoneNumber(to.normal()).message(text).messageAttributes(attributes));
      return new SendOutcome.Sent();
    } catch (SdkException fault) {
      return FaultOutcome.of(fault);
    }
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}

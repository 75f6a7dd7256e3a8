package dev.rekey.sns;

/** What SNS answers when it takes a message. */
final class PublishAnswer {

  static final String TAKEN =
      """
      <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
      <MessageId>m</MessageId></PublishResult></PublishResponse>\
      """;

  private PublishAnswer() {}
}

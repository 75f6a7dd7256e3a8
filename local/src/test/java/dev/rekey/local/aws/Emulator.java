package dev.rekey.local.aws;

import dev.rekey.local.outside.Sent;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Something that answers as AWS does, and keeps what it was told to send. */
interface Emulator extends AutoCloseable {
  String REGION = "eu-central-1";

  URI endpoint();

  /** What was sent to an address or a number, oldest first. */
  List<Sent> sent(String to);

  /** Ends it, unless others use it. */
  @Override
  void close();

  /** The variables of a runner over it that makes what it needs. */
  default Map<String, String> variables() {
    var variables = new HashMap<String, String>();
    variables.put("STACK", "aws");
    variables.put("AWS_ENDPOINT_URL", endpoint().toString());
    variables.put("AWS_REGION", REGION);
    variables.put("AWS_ACCESS_KEY_ID", "test");
    variables.put("AWS_SECRET_ACCESS_KEY", "test");
    variables.put("REKEY_CREATE", "true");
    variables.put("REKEY_RATE_PER_SOURCE", "100000"); // everybody is 127.0.0.1 here
    return variables;
  }
}

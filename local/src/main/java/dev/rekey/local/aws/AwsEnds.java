package dev.rekey.local.aws;

import dev.rekey.local.RunnerException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;

/** Tells an emulator from AWS itself, by the endpoints that the clients really have. */
final class AwsEnds {
  /** Addresses of AWS may be private ones, in a network with endpoints of its own. */
  private static final List<String> OF_AWS =
      List.of(".amazonaws.com", ".amazonaws.com.cn", ".amazonaws.eu", ".api.aws", ".aws");

  private static final int UNIQUE_LOCAL = 0xfc; // fc00::/7, RFC 4193
  private static final int UNIQUE_LOCAL_MASK = 0xfe;

  private final Map<String, Optional<URI>> ends = new LinkedHashMap<>();

  /**
   * Adds the end of one client.
   *
   * @param service its name, as people know it
   */
  AwsEnds add(String service, AwsServiceClientConfiguration client) {
    ends.put(service, client.endpointOverride());
    return this;
  }

  /** The services that are not on this machine or beside it. */
  List<String> away() {
    return ends.entrySet().stream()
        .filter(end -> end.getValue().filter(AwsEnds::isNear).isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What the user reads of them: each endpoint once. */
  @Override
  public String toString() {
    var named = ends.values().stream().flatMap(Optional::stream).map(URI::toString);
    return String.join(
        ", ", Stream.concat(named, away().stream().map(it -> it + " of AWS")).distinct().toList());
  }

  private static boolean isNear(URI endpoint) {
    var host = endpoint.getHost();
    if (host == null) {
      throw new RunnerException("the endpoint " + endpoint + " is not a URL with a host");
    }
    var lower = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""); // the root's own dot
    if (OF_AWS.stream().anyMatch(lower::endsWith)) {
      return false;
    }
    try {
      return Stream.of(InetAddress.getAllByName(host)).allMatch(AwsEnds::isNear);
    } catch (UnknownHostException e) {
      throw new RunnerException("the host of the endpoint " + endpoint + " is not known", e);
    }
  }

  private static boolean isNear(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || uniqueLocal;
  }
}

package dev.rekey.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.rekey.local.fault.End;
import dev.rekey.local.fault.FaultReply;
import dev.rekey.local.fault.Faults;
import dev.rekey.local.recorder.MessageLog;
import dev.rekey.local.recorder.SesEnd;
import dev.rekey.local.recorder.SnsEnd;
import dev.rekey.local.secrets.SecretStore;
import dev.rekey.local.secrets.SecretsEnd;
import dev.rekey.local.wire.LoopbackServer;
import dev.rekey.local.wire.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The ends of the wire but for DynamoDB, each on a loopback port of its own. */
public final class Ends implements AutoCloseable {
  /** Answers a call by its target header and body. */
  private interface Answer {
    Reply to(HttpExchange exchange, String body);
  }

  private final Map<End, LoopbackServer> servers = new EnumMap<>(End.class);
  private final Faults faults;

  private Ends(Faults faults) {
    this.faults = faults;
  }

  /** Starts SES, SNS and Secrets Manager on free ports. */
  public static Ends start(
      MessageLog log, SecretStore secrets, InstantSource clock, Faults faults) {
    try {
      var ends = new Ends(faults);
      var ses = new SesEnd(log, clock);
      var sns = new SnsEnd(log, clock);
      var secretsManager = new SecretsEnd(secrets, clock);
      ends.serve(End.SES, (_, body) -> ses.answer(body));
      ends.serve(End.SNS, (_, body) -> sns.answer(body));
      ends.serve(
          End.SECRETSMANAGER,
          (exchange, body) ->
              secretsManager.answer(exchange.getRequestHeaders().getFirst("X-Amz-Target"), body));
      return ends;
    } catch (IOException e) {
      throw new RunnerException("no free port on 127.0.0.1: " + e.getMessage(), e);
    }
  }

  public URI endpoint(End end) {
    return Objects.requireNonNull(servers.get(end), end.wireName()).uri();
  }

  @Override
  public void close() {
    servers.values().forEach(LoopbackServer::close);
  }

  private void serve(End end, Answer answer) throws IOException {
    var server = LoopbackServer.bind(0);
    servers.put(end, server);
    server.route(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          var status = faults.meet(end);
          return status.isPresent()
              ? FaultReply.of(end, status.getAsInt())
              : answer.to(exchange, body);
        });
    server.start();
  }
}

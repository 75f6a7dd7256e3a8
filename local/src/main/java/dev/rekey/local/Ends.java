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

/** The ends of the wire but for DynamoDB, on one loopback port. */
public final class Ends implements AutoCloseable {
  /** Answers a call by its target header and body. */
  private interface Answer {
    Reply to(HttpExchange exchange, String body);
  }

  private final LoopbackServer server;
  private final Faults faults;

  private Ends(LoopbackServer server, Faults faults) {
    this.server = server;
    this.faults = faults;
  }

  /** Starts SES, SNS and Secrets Manager on a free port. */
  public static Ends start(
      MessageLog log, SecretStore secrets, InstantSource clock, Faults faults) {
    try {
      var ends = new Ends(LoopbackServer.bind(0), faults);
      var ses = new SesEnd(log, clock);
      var sns = new SnsEnd(log, clock);
      var secretsManager = new SecretsEnd(secrets, clock);
      ends.serve(End.SES, (_, body) -> ses.answer(body));
      ends.serve(End.SNS, (_, body) -> sns.answer(body));
      ends.serve(
          End.SECRETSMANAGER,
          (exchange, body) ->
              secretsManager.answer(exchange.getRequestHeaders().getFirst("X-Amz-Target"), body));
      ends.server.start();
      return ends;
    } catch (IOException e) {
      throw new RunnerException("no free port on 127.0.0.1: " + e.getMessage(), e);
    }
  }

  public URI endpoint(End end) {
    return server.uri().resolve("/" + end.wireName());
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(End end, Answer answer) {
    server.route(
        "/" + end.wireName(),
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          var status = faults.meet(end);
          return status.isPresent()
              ? FaultReply.of(end, status.getAsInt())
              : answer.to(exchange, body);
        });
  }
}

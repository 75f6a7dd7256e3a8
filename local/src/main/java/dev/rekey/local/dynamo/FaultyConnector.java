package dev.rekey.local.dynamo;

import dev.rekey.local.fault.End;
import dev.rekey.local.fault.FaultReply;
import dev.rekey.local.fault.Faults;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** Lets the requests of one connector meet the faults before the engine sees them. */
final class FaultyConnector extends Handler.Wrapper {
  private final ServerConnector connector;
  private final Faults faults;

  FaultyConnector(ServerConnector connector, Faults faults, Handler engine) {
    super(engine);
    this.connector = connector;
    this.faults = faults;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (Request.getLocalPort(request) == connector.getLocalPort()) {
      var status = faults.meet(End.DYNAMODB);
      if (status.isPresent()) {
        var reply = FaultReply.of(End.DYNAMODB, status.getAsInt());
        response.setStatus(reply.status());
        reply.headers().forEach((name, values) -> response.getHeaders().put(name, values));
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
        return true;
      }
    }
    return super.handle(request, response, callback);
  }
}

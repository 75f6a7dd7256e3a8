package dev.rekey.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every mapper is made of. By default Jackson keeps its buffers for the next call, and with
 * them the last passcode, token and password; and the names of fields, which clients choose (R54).
 * Thread-safe.
 */
public final class Json {
  /** With the defaults of Jackson in all else. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(factory(StreamReadConstraints.defaults()).build()).build();

  private Json() {}

  /** For a mapper of its own: keeps nothing of what it reads or writes. */
  public static JsonFactoryBuilder factory(StreamReadConstraints bounds) {
    return JsonFactory.builder()
        .streamReadConstraints(bounds)
        .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
        .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES);
  }

  /** The same, within the default bounds. */
  public static JsonFactoryBuilder factory() {
    return factory(StreamReadConstraints.defaults());
  }
}

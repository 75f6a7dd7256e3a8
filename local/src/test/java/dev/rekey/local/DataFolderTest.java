package dev.rekey.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path folder;

  @Test
  void onlyADatabaseIsATable() throws IOException {
    try (var data = DataFolder.open(Optional.of(folder))) {
      assertThat(data.hasTables()).isFalse();
      Files.writeString(folder.resolve("dynamodb/.DS_Store"), "left by a file browser");
      assertThat(data.hasTables()).isFalse();
      Files.writeString(folder.resolve("dynamodb/shared-local-instance.db"), "tables");
      assertThat(data.hasTables()).isTrue();
    }
  }
}

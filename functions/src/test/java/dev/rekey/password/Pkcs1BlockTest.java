package dev.rekey.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pkcs1BlockTest {
  private static final int LENGTH = 256;

  /** A block that begins like this, is filled up with ff and ends with 00 41 42. */
  private static byte[] block(String start) {
    var block = new byte[LENGTH];
    Arrays.fill(block, (byte) 0xFF);
    var head = HexFormat.of().parseHex(start);
    System.arraycopy(head, 0, block, 0, head.length);
    System.arraycopy(new byte[] {0, 'A', 'B'}, 0, block, LENGTH - 3, 3);
    return block;
  }

  @ParameterizedTest
  @ValueSource(strings = {"0002", "0002010203", "00027f8001"})
  void takesTheMessageBehindTheFirstZero(String start) {
    var unpadded = Pkcs1Block.unpad(block(start));
    assertThat(unpadded.good()).isTrue();
    assertThat(unpadded.message()).containsExactly('A', 'B');
  }

  @ParameterizedTest
  @ValueSource(strings = {"0102", "8002", "0001", "0003", "0082", "000200", "0002ffffffffffffff00"})
  void refusesAnotherStartAndLessThanEightBytesOfPadding(String start) {
    assertThat(Pkcs1Block.unpad(block(start)).good()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0002ffffffffffffffff00"})
  void eightBytesOfPaddingAreEnough(String start) {
    var unpadded = Pkcs1Block.unpad(block(start));
    assertThat(unpadded.good()).isTrue();
    assertThat(unpadded.message()).hasSize(LENGTH - 11);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x01, 0xFF})
  void refusesABlockWithoutSeparatorOrStart(int value) {
    var block = new byte[LENGTH];
    Arrays.fill(block, (byte) value);
    assertThat(Pkcs1Block.unpad(block).good()).isFalse();
    block[0] = 0;
    block[1] = 2;
    assertThat(Pkcs1Block.unpad(block).good()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theMessageMayBeEmpty(int extra) {
    var block = block("0002");
    var whole = Arrays.copyOf(block, LENGTH - 2 + extra);
    var unpadded = Pkcs1Block.unpad(whole);
    assertThat(unpadded.good()).isTrue();
    assertThat(unpadded.message()).hasSize(extra);
  }
}

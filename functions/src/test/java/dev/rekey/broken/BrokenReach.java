package dev.rekey.broken;

import java.io.File;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.logging.Logger;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** What reaches beyond a call: each method does one thing that the rule of its class forbids. */
@SuppressWarnings("all")
public final class BrokenReach {
  private BrokenReach() {}

  /** Writes where no audit is. */
  public interface Printing {
    static void out(String text) {
      System.out.println(text);
    }

    static void err(String text) {
      System.err.println(text);
    }

    static void io(String text) {
      IO.println(text);
    }

    static void stack(Exception fault) {
      fault.printStackTrace();
    }

    static void logger(String text) {
      Logger.getLogger("rekey").info(text);
    }

    static void system(String text) {
      System.getLogger("rekey").log(System.Logger.Level.INFO, text);
    }
  }

  /** Makes objects of bytes. */
  public interface ObjectStreams {
    static Object read(InputStream in) throws Exception {
      return new ObjectInputStream(in).readObject();
    }
  }

  /** Looks behind types. */
  public interface Reflection {
    static Class<?> named(String name) throws Exception {
      return Class.forName(name);
    }

    static Object fields(Object object) {
      return object.getClass().getDeclaredFields();
    }

    static Object method(Class<?> type) throws Exception {
      return type.getMethod("text");
    }

    static Object handles() {
      return java.lang.invoke.MethodHandles.lookup();
    }
  }

  /** Starts or ends processes. */
  public interface Processes {
    static Object builder() throws Exception {
      return new ProcessBuilder("id").start();
    }

    static Object exec() throws Exception {
      return Runtime.getRuntime().exec(new String[] {"id"});
    }

    static void exit() {
      System.exit(1);
    }
  }

  /** Keeps things on the disk. */
  public interface FilesOnDisk {
    static Object temporary() throws Exception {
      return Files.createTempFile("rekey", ".tmp");
    }

    static Object path() {
      return Path.of("/tmp");
    }

    static Object file() {
      return new File("/tmp");
    }

    static Object stream() throws Exception {
      return new FileOutputStream("/tmp/passcode");
    }
  }

  /** Speaks to others than AWS. */
  public interface Sockets {
    static Object socket() throws Exception {
      return new Socket("example.com", 25);
    }

    static Object url(URI uri) throws Exception {
      return uri.toURL().openStream();
    }

    static Object lookup(String host) throws Exception {
      return InetAddress.getByName(host);
    }

    static Object client() {
      return HttpClient.newHttpClient();
    }
  }

  /** Lets something live on behind the call. */
  public interface Threads {
    static void started(Runnable work) {
      Thread.startVirtualThread(work);
    }

    static Object made(Runnable work) {
      return new Thread(work);
    }

    static Object pool() {
      return Executors.newCachedThreadPool();
    }

    static Object later(Runnable work) {
      return CompletableFuture.runAsync(work);
    }

    static Object kept() {
      return new ThreadLocal<String>();
    }

    static long split(List<String> list) {
      return list.parallelStream().count();
    }

    static void named(String passcode) {
      Thread.currentThread().setName(passcode);
    }
  }

  /** Reads by buffers that are kept. */
  public interface KeepingMappers {
    static Object shared() {
      return JsonMapper.shared();
    }

    static Object made() {
      return new JsonMapper();
    }

    static Object built() {
      return JsonMapper.builder().build();
    }

    static Object factory() {
      return new JsonFactory();
    }
  }
}

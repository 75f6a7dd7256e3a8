package dev.rekey;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.rekey.app.App;

/** The classes of the artefact. */
final class Shipped {
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(App.class.getProtectionDomain().getCodeSource().getLocation());

  private Shipped() {}
}

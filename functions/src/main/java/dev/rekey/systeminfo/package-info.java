/** What clients ask for before a reset: public keys, countries, and whether their app is known. */
@NullMarked
package dev.rekey.systeminfo;

import org.jspecify.annotations.NullMarked;

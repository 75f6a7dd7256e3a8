package dev.rekey.passcode;

/**
 * Who calls, as far as the network tells: two short keyed hashes of the client address, so that no
 * log or item holds the address itself.
 *
 * @param rateKey counts calls; an IPv6 address counts as its /64
 * @param itemKey counts attempts and sends inside an item; an IPv6 address counts as its /48, for a
 *     household or a rented server has a whole one
 */
public record Source(String rateKey, String itemKey) {}

package org.zhigong.marts.release;

/**
 * The disclosure control that the figures of a release have passed.
 *
 * @param name {@code primary} until complementary suppression exists
 * @param audience {@code inside} or {@code outside} the federation
 */
public record ProtectionInForce(String name, String audience) {}

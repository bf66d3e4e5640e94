/**
 * Data that contradicts itself, told and never repaired: who reads a score shall know what it stands on. Start at
 * {@link io.csm.application.quality.FindOddities}.
 */
package io.csm.application.quality;

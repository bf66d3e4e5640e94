/**
 * Measures what CSM costs on the machine it runs on, beside a baseline in the same run. Start at
 * {@link io.csm.app.bench.ScanBenchmark}.
 */
package io.csm.app.bench;

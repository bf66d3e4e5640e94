/**
 * A year in the life of two hundred made-up customers of Tidewater, a made-up maker of shift-planning software: what a
 * first look at CSM is shown on. Each account plays a {@link io.csm.app.sample.Story} that moves a few hidden states
 * month by month, and signals are read off those states, so that they tell one story together. Everything follows from
 * a fixed seed and one date; no clock is read. Start at {@link io.csm.app.sample.SamplePortfolio}.
 */
package io.csm.app.sample;

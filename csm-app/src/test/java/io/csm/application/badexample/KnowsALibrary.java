package io.csm.application.badexample;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class KnowsALibrary {
    Logger logger = LoggerFactory.getLogger("x");
}

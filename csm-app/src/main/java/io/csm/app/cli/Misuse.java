package io.csm.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command as it was written, and where it is explained. */
final class Misuse {

    private Misuse() {}

    static int tell(Console console, ParameterException misuse) {
        String command = misuse.getCommandLine().getCommandSpec().qualifiedName();
        console.note("csm: " + sentence(misuse, command));
        console.note("'" + command + " --help' tells how it is written.");
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException misuse, String command) {
        if (misuse instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command);
        }
        if (misuse instanceof MissingParameterException missing) {
            return missing.getMissing().stream().map(Misuse::missing).collect(Collectors.joining("; "));
        }
        String message = String.valueOf(misuse.getMessage());
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String unmatched(UnmatchedArgumentException unmatched, String command) {
        String word = unmatched.getUnmatched().get(0);
        boolean hasCommands =
                !unmatched.getCommandLine().getCommandSpec().subcommands().isEmpty();
        String what;
        if (word.startsWith("-")) {
            what = command + " has no option '" + word + "'";
        } else if (hasCommands) {
            what = "there is no command '" + command + " " + word + "'";
        } else {
            what = command + " cannot make anything of '" + word + "'";
        }
        List<String> suggestions = hasCommands || word.startsWith("-") ? unmatched.getSuggestions() : List.of();
        return what
                + (suggestions.isEmpty()
                        ? ""
                        : "; did you mean "
                                + String.join(" or ", suggestions.subList(0, Math.min(3, suggestions.size()))) + "?");
    }

    private static String missing(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + " wants a " + option.paramLabel()
                : argument.paramLabel() + " is missing";
    }
}

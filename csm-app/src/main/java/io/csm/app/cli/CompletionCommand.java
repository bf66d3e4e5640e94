package io.csm.app.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "completion", description = "Print a completion script for bash and zsh: source <(csm completion)")
final class CompletionCommand extends CsmCommand {

    CompletionCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        CommandLine root = spec().root().commandLine();
        console().out().print(AutoComplete.bash("csm", root));
        return ExitCode.DONE;
    }
}

package dev.rekey.local.cli;

import picocli.CommandLine.Command;

/** What is done to one person's address or account. */
@Command(
    name = "account",
    synopsisSubcommandLabel = "COMMAND",
    description = "Show, open or protect what an address belongs to.")
final class AccountCommand {}

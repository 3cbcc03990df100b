// The journal as files for accountants: CSV, DATEV's Buchungsstapel (EXTF) and the French FEC.
#pragma once

#include <memory>

#include "ports/journal_writer.hpp"

namespace commis::transfer {

// Gives `out` the head of the file at once.
std::unique_ptr<ports::JournalWriter> make_journal_writer(ports::JournalFormat format, const ports::JournalHead& head,
                                                          ports::WriteText out);

// EXTF 700, category 21, format version 13, in Windows-1252. Sales stand with their tax on accounts that carry their
// rate by themselves (Automatikkonten) or with the tax key of their row; a rate that stands on the account for all
// others has a row for its tax. All rows of an invoice are against the customers' account. What is in another currency
// than the shop's is left out.
std::unique_ptr<ports::JournalWriter> make_journal_datev(const ports::JournalHead& head, ports::WriteText out);

// The 18 columns of article A47 A-1 of the Livre des procédures fiscales, tabs between them, UTF-8. Entries are
// numbered through their business year; what is in another currency than the shop's is left out.
std::unique_ptr<ports::JournalWriter> make_journal_fec(const ports::JournalHead& head, ports::WriteText out);

}  // namespace commis::transfer

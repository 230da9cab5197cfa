// Text of the kind that the sample model is pretrained on: stories, facts, letters, notices and registers.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "app/make_samples/grammar.h"

namespace tunebench {

/// What may not appear in a corpus.
struct CorpusExclusions {
    std::set<std::string> places = {};     // identity_of places kept for validation
    std::set<std::string> documents = {};  // held-out documents
};

/// Documents of together at least `bytes` bytes, each a story, a letter, ... without a final line break.
std::vector<std::string> make_documents(const Grammar& grammar, std::size_t bytes,
                                        const CorpusExclusions& exclusions, Random& random);

/// One file of them: documents are parted by an empty line.
std::string join_documents(const std::vector<std::string>& documents);

}  // namespace tunebench

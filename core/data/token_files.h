// The files of an entry of the token cache: `tokens`, marked tokens end to end, and `index`, a record an
// example. Numbers as the machine has them: the cache never leaves it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/durable_file.h"
#include "core/base/input_file.h"
#include "core/base/sha256.h"
#include "core/data/example_storage.h"
#include "core/jobs/cancel_token.h"

namespace tunebench {

/// Sizes and hashes, by which damage is told.
struct TokenFileSums {
    std::uint64_t examples = 0;
    std::uint64_t tokens = 0;
    std::string index_sha256 = {};
    std::string tokens_sha256 = {};
    bool operator==(const TokenFileSums&) const = default;
};

/// A file that is hashed while it is written, a MiB at a time.
class HashedFile {
public:
    explicit HashedFile(DurableFileWriter file) : file_(std::move(file)) {}

    Result<void> append(const void* bytes, std::size_t count);
    Result<std::string> commit();  // the SHA-256

private:
    Result<void> flush();

    DurableFileWriter file_;
    Sha256 hash_ = {};
    std::string buffer_ = {};
};

class TokenFileWriter final : public ExampleSink {
public:
    /// In a folder that exists.
    static Result<std::unique_ptr<TokenFileWriter>> create(const std::filesystem::path& folder,
                                                           const FileCalls& calls = real_file_calls());

    Result<void> append(const Example& example) override;

    /// Syncs both files. Nothing can be appended afterwards.
    Result<TokenFileSums> finish();

    /// Whether an append failed: what went wrong is the cache, not the data.
    bool has_failed() const { return has_failed_; }

private:
    TokenFileWriter(DurableFileWriter index, DurableFileWriter tokens)
        : index_(std::move(index)), tokens_(std::move(tokens)) {}

    HashedFile index_;
    HashedFile tokens_;
    TokenFileSums sums_ = {};
    std::vector<MarkedToken> marked_ = {};  // of one example
    bool has_failed_ = false;
};

/// The files read back. They stay open: whoever removes them takes nothing from a run that reads.
class TokenFiles final : public ExampleStorage {
public:
    /// Reads both to their end. Corrupt where they are not what `sums` says; NotFound, Io, Cancelled.
    static Result<std::shared_ptr<const TokenFiles>> open(const std::filesystem::path& folder,
                                                          const TokenFileSums& sums,
                                                          const CancelToken& cancel);

    std::size_t size() const override { return examples_; }
    void read_records(std::size_t begin, std::span<ExampleRecord> records) const override;
    void read_tokens(std::uint64_t begin, std::span<MarkedToken> tokens) const override;

private:
    TokenFiles(InputFile index, InputFile tokens, std::size_t examples)
        : index_(std::move(index)), tokens_(std::move(tokens)), examples_(examples) {}

    InputFile index_;
    InputFile tokens_;
    std::size_t examples_;
};

}  // namespace tunebench

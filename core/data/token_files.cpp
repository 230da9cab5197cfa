#include "core/data/token_files.h"

#include <cerrno>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

#include "core/base/error_exception.h"

namespace tunebench {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
constexpr const char* kIndexName = "index";
constexpr const char* kTokensName = "tokens";

Error damaged(const std::filesystem::path& file) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{} is damaged", file.string()),
            .hint = "It is a copy of the data in tokens, and may be deleted."};
}

/// `error_number` 0: the file became shorter while it was open.
Error unreadable(const std::filesystem::path& file, int error_number) {
    const auto reason =
        error_number == 0 ? "it became shorter" : std::generic_category().message(error_number);
    return {.code = error_number == 0 ? ErrorCode::Corrupt : ErrorCode::Io,
            .message = fmt::format("{} cannot be read any more: {}", file.string(), reason),
            .hint =
                "It is a copy of the data in tokens and is made anew: go on with the run from its last "
                "checkpoint."};
}

Result<void> check_file(InputFile& file, std::uint64_t bytes, const std::string& sha256,
                        const CancelToken& cancel) {
    TRY(const auto size, file.size());
    if (size != bytes)
        return damaged(file.path());
    Sha256 hash;
    std::vector<char> piece(kPieceBytes);
    while (true) {
        if (cancel.is_cancelled())
            return Error{.code = ErrorCode::Cancelled, .message = "reading the data was cancelled"};
        TRY(const auto read, file.read(piece));
        if (read == 0)
            break;
        hash.update(std::string_view(piece.data(), read));
    }
    if (hash.hex() != sha256)
        return damaged(file.path());
    return {};
}

void read_at(const InputFile& file, std::uint64_t begin, std::span<std::byte> bytes) {
    while (!bytes.empty()) {
        const auto read = ::pread(file.descriptor(), bytes.data(), bytes.size(), static_cast<off_t>(begin));
        if (read < 0 && errno == EINTR)
            continue;
        if (read <= 0)
            throw ErrorException(unreadable(file.path(), read < 0 ? errno : 0));
        bytes = bytes.subspan(static_cast<std::size_t>(read));
        begin += static_cast<std::uint64_t>(read);
    }
}

}  // namespace

Result<void> HashedFile::append(const void* bytes, std::size_t count) {
    buffer_.append(static_cast<const char*>(bytes), count);
    return buffer_.size() < kPieceBytes ? Result<void>() : flush();
}

Result<void> HashedFile::flush() {
    hash_.update(buffer_);
    TRY_VOID(file_.append(buffer_));
    buffer_.clear();
    return {};
}

Result<std::string> HashedFile::commit() {
    TRY_VOID(flush());
    TRY_VOID(file_.commit());
    return hash_.hex();
}

Result<std::unique_ptr<TokenFileWriter>> TokenFileWriter::create(const std::filesystem::path& folder,
                                                                 const FileCalls& calls) {
    TRY(auto index, DurableFileWriter::open(folder / kIndexName, 0, calls));
    TRY(auto tokens, DurableFileWriter::open(folder / kTokensName, 0, calls));
    return std::unique_ptr<TokenFileWriter>(new TokenFileWriter(std::move(index), std::move(tokens)));
}

Result<void> TokenFileWriter::append(const Example& example) {
    marked_.clear();
    for (std::size_t i = 0; i < example.tokens.size(); ++i)
        marked_.push_back(marked(example, i));
    const auto record = record_of(example, sums_.tokens);
    sums_.tokens += marked_.size();
    ++sums_.examples;
    auto written = tokens_.append(marked_.data(), marked_.size() * sizeof(MarkedToken));
    if (written)
        written = index_.append(&record, sizeof record);
    has_failed_ = has_failed_ || !written;
    return written;
}

Result<TokenFileSums> TokenFileWriter::finish() {
    TRY(sums_.tokens_sha256, tokens_.commit());
    TRY(sums_.index_sha256, index_.commit());
    return sums_;
}

Result<std::shared_ptr<const TokenFiles>> TokenFiles::open(const std::filesystem::path& folder,
                                                           const TokenFileSums& sums,
                                                           const CancelToken& cancel) {
    TRY(auto index, InputFile::open(folder / kIndexName));
    TRY(auto tokens, InputFile::open(folder / kTokensName));
    TRY_VOID(check_file(index, sums.examples * sizeof(ExampleRecord), sums.index_sha256, cancel));
    TRY_VOID(check_file(tokens, sums.tokens * sizeof(MarkedToken), sums.tokens_sha256, cancel));
    return std::shared_ptr<const TokenFiles>(
        new TokenFiles(std::move(index), std::move(tokens), static_cast<std::size_t>(sums.examples)));
}

void TokenFiles::read_records(std::size_t begin, std::span<ExampleRecord> records) const {
    read_at(index_, begin * sizeof(ExampleRecord), std::as_writable_bytes(records));
}

void TokenFiles::read_tokens(std::uint64_t begin, std::span<MarkedToken> tokens) const {
    read_at(tokens_, begin * sizeof(MarkedToken), std::as_writable_bytes(tokens));
}

}  // namespace tunebench

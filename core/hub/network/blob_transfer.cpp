#include "core/hub/network/blob_transfer.h"

#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "core/base/byte_units.h"

namespace tunebench {

namespace {

constexpr std::size_t kMaxErrorBytes = std::size_t{1} << 20;

struct ContentRange {
    std::uint64_t first = 0;
    std::optional<std::uint64_t> size = {};  // of the whole file
};

/// Takes a number off the front.
std::optional<std::uint64_t> take_number(std::string_view& text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

/// "bytes 100-199/1000", "bytes 100-199/*"
std::optional<ContentRange> parse_content_range(std::string_view text) {
    if (!text.starts_with("bytes "))
        return std::nullopt;
    text.remove_prefix(6);
    const auto first = take_number(text);
    const std::size_t slash = text.find('/');
    if (!first || !text.starts_with('-') || slash == std::string_view::npos)
        return std::nullopt;
    text.remove_prefix(slash + 1);
    return ContentRange{.first = *first, .size = take_number(text)};
}

}  // namespace

BlobTransfer::BlobTransfer(HubClient& client, std::string url, const BlobIdentity& identity,
                           PartialBlob& partial, std::function<void(std::size_t)> on_bytes)
    : client_(client),
      url_(std::move(url)),
      identity_(identity),
      partial_(partial),
      on_bytes_(std::move(on_bytes)) {}

Result<HubAnswer> BlobTransfer::run() {
    HubRequest request{.url = url_};
    if (partial_.size() > 0) {
        request.headers.push_back(fmt::format("Range: bytes={}-", partial_.size()));
        // Servers that the hub redirects to name the file otherwise, and would send all of it.
        request.own_headers.push_back(fmt::format("If-Range: \"{}\"", identity_.hash));
    }
    TRY(HubAnswer answer,
        client_.send(request, {.on_head = [this](const HubAnswer& a) { return take_head(a); },
                               .on_body = [this](std::string_view b) { return take_body(b); }}));
    const bool is_content = answer.head.status == 200 || answer.head.status == 206;
    if (is_content && answer.interruption.empty() && !partial_.is_whole())
        answer.interruption = fmt::format("it ends {} early", format_bytes(identity_.size - partial_.size()));
    return answer;
}

Result<void> BlobTransfer::take_head(const HubAnswer& answer) {
    status_ = answer.head.status;
    if (status_ != 200 && status_ != 206)
        return {};
    if (is_content_hash(answer.etag) && answer.etag != identity_.hash) {
        found_change_ = true;
        return Error{.code = ErrorCode::Corrupt,
                     .message = fmt::format("{} has another content by now: {} instead of {}.", url_,
                                            answer.etag, identity_.hash)};
    }
    return status_ == 206 ? take_range(answer) : partial_.size() > 0 ? partial_.restart() : Result<void>();
}

Result<void> BlobTransfer::take_range(const HubAnswer& answer) {
    const auto range = parse_content_range(answer.head.field("content-range"));
    if (range && range->first == partial_.size() && range->size.value_or(identity_.size) == identity_.size)
        return {};
    wrong_range_ = true;
    TRY_VOID(partial_.restart());
    return Error{.code = ErrorCode::Io,
                 .message = fmt::format("{} sends other bytes than it was asked for.", answer.host)};
}

Result<void> BlobTransfer::take_body(std::string_view bytes) {
    if (status_ == 200 || status_ == 206) {
        TRY_VOID(partial_.append(bytes));
        on_bytes_(bytes.size());
        return {};
    }
    ignored_ += bytes.size();
    if (ignored_ > kMaxErrorBytes)
        return Error{.code = ErrorCode::Io,
                     .message = fmt::format("{} answers with status {} and an endless text.", url_, status_)};
    return {};
}

}  // namespace tunebench

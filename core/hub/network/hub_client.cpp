#include "core/hub/network/hub_client.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/base/byte_units.h"
#include "core/hub/hub_responses.h"
#include "core/hub/network/attempts.h"
#include "core/hub/network/hub_errors.h"

namespace tunebench {

namespace {

constexpr int kMaxRedirects = 10;
constexpr int kTextAttempts = 3;  // a person waits for these
constexpr std::size_t kMaxIgnoredBytes = std::size_t{1} << 20;

bool is_redirect(const HttpHead& head) {
    return (head.status == 301 || head.status == 302 || head.status == 303 || head.status == 307 ||
            head.status == 308) &&
           !head.field("location").empty();
}

/// W/"abc" and "abc" → abc
std::string without_quotes(std::string_view etag) {
    if (etag.starts_with("W/"))
        etag.remove_prefix(2);
    if (etag.size() >= 2 && etag.front() == '"' && etag.back() == '"')
        etag = etag.substr(1, etag.size() - 2);
    return std::string(etag);
}

std::optional<std::uint64_t> parsed_size(const std::string& text) {
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    const bool is_whole = error == std::errc() && end == text.data() + text.size() && !text.empty();
    return is_whole ? std::optional(size) : std::nullopt;
}

/// What the answers of a chain say about the file. The first X-Linked-… counts: it is the hub's own.
struct LinkedFile {
    std::string etag = {};
    std::optional<std::uint64_t> size = {};

    void add(const HttpHead& head) {
        if (etag.empty())
            etag = without_quotes(head.field("x-linked-etag"));
        if (!size)
            size = parsed_size(head.field("x-linked-size"));
    }
};

HubAnswer answer_of(const HttpHead& head, const LinkedFile& linked, const Url& url) {
    HubAnswer answer{.head = head, .etag = linked.etag, .size = linked.size, .host = url.host};
    if (answer.etag.empty())
        answer.etag = without_quotes(head.field("etag"));
    if (!answer.size && head.status == 200)
        answer.size = parsed_size(head.field("content-length"));
    return answer;
}

}  // namespace

HubClient::HubClient(HubAccess access, CancelToken cancel, Url endpoint)
    : access_(std::move(access)),
      cancel_(std::move(cancel)),
      endpoint_(std::move(endpoint)),
      http_(std::make_unique<HttpClient>(access_.policy)) {}

Result<HubClient> HubClient::open(const HubAccess& access, const CancelToken& cancel) {
    TRY(Url endpoint, parse_url(access.settings.endpoint));
    return HubClient(access, cancel, std::move(endpoint));
}

/// `is_own`: the url has the endpoint's origin, and so had every one before it in the chain.
HttpRequest HubClient::prepared(const HubRequest& request, const Url& url, bool is_own) const {
    HttpRequest prepared{.url = url, .head_only = request.head_only, .headers = request.headers};
    if (!is_own)
        return prepared;
    prepared.headers.insert(prepared.headers.end(), request.own_headers.begin(), request.own_headers.end());
    if (sends_token())
        prepared.headers.push_back("Authorization: Bearer " + access_.token);
    return prepared;
}

bool HubClient::sends_token() const {
    return !access_.token.empty() && (endpoint_.scheme == "https" || is_loopback(endpoint_));
}

Result<HubAnswer> HubClient::send(const HubRequest& request, const HubReceiver& receiver) {
    TRY(Url url, parse_url(request.url));
    LinkedFile linked;
    bool is_own = true;
    for (int redirects = 0; redirects <= kMaxRedirects; ++redirects) {
        is_own = is_own && is_same_origin(url, endpoint_);
        bool is_last = false;
        std::size_t ignored = 0;
        const HttpReceiver one{
            .on_head = [&](const HttpHead& head) -> Result<void> {
                linked.add(head);
                is_last = !is_redirect(head);
                return is_last ? receiver.on_head(answer_of(head, linked, url)) : Result<void>();
            },
            .on_body = [&](std::string_view bytes) -> Result<void> {
                ignored += is_last ? 0 : bytes.size();
                if (ignored > kMaxIgnoredBytes)
                    return Error{.code = ErrorCode::Corrupt,
                                 .message = fmt::format("{} redirects with an endless text.", url.host)};
                return is_last ? receiver.on_body(bytes) : Result<void>();
            }};
        TRY(HttpAnswer reply, http_->send(prepared(request, url, is_own), one, cancel_));
        HubAnswer answer = answer_of(reply.head, linked, url);
        answer.interruption = std::move(reply.interruption);
        answer.retry_after = reply.retry_after;
        if (!is_redirect(reply.head) || !answer.interruption.empty())
            return answer;
        TRY(url, redirect_target(url, reply.head.field("location")));
        // The hub has said what the file is; servers of large files take signed GETs only.
        if (request.head_only && !linked.etag.empty() && !is_same_origin(url, endpoint_))
            return answer;
    }
    return Error{.code = ErrorCode::Corrupt,
                 .message = fmt::format("{} redirects more than {} times.", endpoint_.host, kMaxRedirects)};
}

Result<HubClient::Text> HubClient::get_text(const std::string& url, std::size_t max_bytes,
                                            const Repository& repository) {
    Attempts attempts(access_.policy, cancel_, std::min(kTextAttempts, access_.policy.attempts));
    while (true) {
        Text text;
        const HubReceiver receiver{.on_head = [](const HubAnswer&) -> Result<void> { return {}; },
                                   .on_body = [&](std::string_view bytes) -> Result<void> {
                                       if (text.body.size() + bytes.size() > max_bytes)
                                           return Error{
                                               .code = ErrorCode::Corrupt,
                                               .message = fmt::format("{}: the answer is larger than {}.",
                                                                      url, format_bytes(max_bytes))};
                                       text.body.append(bytes);
                                       return {};
                                   }};
        TRY(const HubAnswer answer, send({.url = url}, receiver));
        if (answer.interruption.empty() && answer.head.status == 200) {
            text.next = next_page(answer.head.field("link"));
            return text;
        }
        if (!may_help_to_try_again(answer) || !attempts.again(answer, false))
            return answer_error(answer, *this, repository);
    }
}

}  // namespace tunebench

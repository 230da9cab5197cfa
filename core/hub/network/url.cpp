#include "core/hub/network/url.h"

#include <algorithm>
#include <curl/curl.h>
#include <memory>

#include <fmt/format.h>

namespace tunebench {

namespace {

struct UrlRelease {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using UrlHandle = std::unique_ptr<CURLU, UrlRelease>;

std::string part_of(const UrlHandle& url, CURLUPart part, unsigned int flags = 0) {
    char* raw = nullptr;
    if (curl_url_get(url.get(), part, &raw, flags) != CURLUE_OK)
        return {};
    const std::unique_ptr<char, decltype(&curl_free)> text(raw, curl_free);
    return text.get();
}

std::string lower_case(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// `text` may be relative when `url` holds an address already.
bool set_address(const UrlHandle& url, const std::string& text) {
    return url && curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) == CURLUE_OK;
}

Url url_of(const UrlHandle& handle) {
    curl_url_set(handle.get(), CURLUPART_FRAGMENT, nullptr, 0);
    return {.text = part_of(handle, CURLUPART_URL),
            .scheme = lower_case(part_of(handle, CURLUPART_SCHEME)),
            .host = lower_case(part_of(handle, CURLUPART_HOST)),
            .port = part_of(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT)};
}

bool is_web_address(const Url& url) {
    return (url.scheme == "http" || url.scheme == "https") && !url.host.empty() && !url.port.empty();
}

Error refused_redirect(const Url& from, std::string_view reason) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{} redirects to an address that is refused: {}.", from.host, reason),
            .hint = "If HF_ENDPOINT names a mirror, look whether its address is right."};
}

}  // namespace

Result<Url> parse_url(const std::string& text) {
    const UrlHandle handle(curl_url());
    const Url url = set_address(handle, text) ? url_of(handle) : Url{};
    if (!is_web_address(url))
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("\"{}\" is no address of a web server.", text),
                     .hint = "HF_ENDPOINT has the form https://HOST, without user and password."};
    return url;
}

Result<Url> redirect_target(const Url& from, const std::string& location) {
    const UrlHandle handle(curl_url());
    if (!set_address(handle, from.text) || !set_address(handle, location))
        return refused_redirect(from, "it cannot be read, or has a user name in it");
    const Url target = url_of(handle);
    if (!is_web_address(target))
        return refused_redirect(from, "it is neither http nor https");
    if (from.scheme == "https" && target.scheme == "http" && !(is_loopback(from) && is_loopback(target)))
        return refused_redirect(from, "it leaves https");
    return target;
}

bool is_same_origin(const Url& a, const Url& b) {
    return a.scheme == b.scheme && a.host == b.host && a.port == b.port;
}

bool is_loopback(const Url& url) {
    const bool is_ipv4 =
        url.host.starts_with("127.") && url.host.find_first_not_of("0123456789.") == std::string::npos;
    return is_ipv4 || url.host == "localhost" || url.host == "[::1]";
}

std::string percent_encoded(std::string_view text, bool keep_slashes) {
    std::string encoded;
    for (const char c : text) {
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              std::string_view("-_.~").find(c) != std::string_view::npos;
        if (is_plain || (c == '/' && keep_slashes))
            encoded += c;
        else
            encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

}  // namespace tunebench

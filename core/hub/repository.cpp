#include "core/hub/repository.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/json.h"

namespace tunebench {

namespace {

constexpr std::size_t kMaxIdBytes = 96;
constexpr std::size_t kMaxRevisionBytes = 200;

bool is_digit_or_letter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_hexadecimal(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_name_part(std::string_view part) {
    const auto is_allowed = [](char c) { return is_digit_or_letter(c) || c == '-' || c == '_' || c == '.'; };
    const auto is_edge = [](char c) { return c == '-' || c == '.'; };
    return !part.empty() && std::all_of(part.begin(), part.end(), is_allowed) && !is_edge(part.front()) &&
           !is_edge(part.back());
}

bool contains(std::string_view text, std::string_view piece) {
    return text.find(piece) != std::string_view::npos;
}

bool is_repository_id(std::string_view id) {
    if (id.size() > kMaxIdBytes || contains(id, "--") || contains(id, "..") || id.ends_with(".git"))
        return false;
    const std::size_t slash = id.find('/');
    if (slash == std::string_view::npos)
        return is_name_part(id);
    return is_name_part(id.substr(0, slash)) && is_name_part(id.substr(slash + 1));
}

bool is_revision(std::string_view text) {
    const auto is_refused = [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || contains("~^:?*[\\\"<>|", {&c, 1});
    };
    return !text.empty() && text.size() <= kMaxRevisionBytes && !contains(text, "..") &&
           !contains(text, "//") && text.front() != '/' && text.back() != '/' && text.front() != '-' &&
           text.front() != '.' && text.back() != '.' && !contains(text, "/.") && !contains(text, "./") &&
           std::none_of(text.begin(), text.end(), is_refused);
}

std::string quoted(std::string_view text) {
    constexpr std::size_t kShown = 100;
    return json_text(Json(std::string(text.substr(0, kShown))));
}

}  // namespace

Result<Repository> parse_repository(std::string_view id, RepositoryKind kind) {
    if (!is_repository_id(id))
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("{} is not the name of a repository.", quoted(id)),
                     .hint =
                         "Names have the form ORGANISATION/NAME, as in the address of the "
                         "repository's page on the hub."};
    return Repository{.kind = kind, .id = std::string(id)};
}

Result<void> check_revision(std::string_view revision) {
    if (!is_revision(revision))
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = fmt::format("{} is not a revision.", quoted(revision)),
                     .hint = "A revision is a branch (main), a tag, or a commit of 40 digits."};
    return {};
}

bool is_commit_hash(std::string_view text) {
    return text.size() == 40 && is_hexadecimal(text);
}

bool is_content_hash(std::string_view text) {
    return (text.size() == 40 || text.size() == 64) && is_hexadecimal(text);
}

std::string_view plural(RepositoryKind kind) {
    return kind == RepositoryKind::Model ? "models" : "datasets";
}

}  // namespace tunebench

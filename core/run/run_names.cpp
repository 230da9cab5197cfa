#include <chrono>
#include <ctime>
#include <sys/random.h>

#include <fmt/format.h>

#include "core/run/run_folder.h"

namespace tunebench {
namespace {

constexpr std::size_t kMaxSlugLength = 40;

bool is_slug_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::string new_run_id() {
    std::uint32_t number = 0;
    if (getrandom(&number, sizeof number, GRND_NONBLOCK) != static_cast<ssize_t>(sizeof number))
        number = static_cast<std::uint32_t>(std::chrono::steady_clock::now().time_since_epoch().count());
    return fmt::format("{:08x}", number);
}

std::string slug_of(std::string_view name) {
    std::string slug;
    for (const char raw : name) {
        const char c = lower(raw);
        if (is_slug_character(c))
            slug += c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
        if (slug.size() == kMaxSlugLength)
            break;
    }
    while (!slug.empty() && slug.back() == '-')
        slug.pop_back();
    return slug.empty() ? "run" : slug;
}

std::string run_folder_name(const RunManifest& manifest) {
    return fmt::format("{}-{}-{}", manifest.created_at.substr(0, 10), slug_of(manifest.config.general.name),
                       manifest.id);
}

std::string timestamp_now() {
    return timestamp_at(std::chrono::system_clock::now());
}

std::string timestamp_at(std::chrono::system_clock::time_point time) {
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
    const auto seconds = static_cast<std::time_t>(milliseconds / 1000);
    std::tm utc = {};
    gmtime_r(&seconds, &utc);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", utc.tm_year + 1900, utc.tm_mon + 1,
                       utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec, milliseconds % 1000);
}

}  // namespace tunebench

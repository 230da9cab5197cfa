// Any bytes as an answer of the hub: the first byte says of which kind. What is accepted has a commit that is
// one, hashes that are ones, and sizes whose sums cannot overflow; of a search names that can be asked for.
// Beginning with 'n' it is a name of the hub, which reads back as it is written.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/hub/hub_name.h"
#include "core/hub/hub_responses.h"
#include "core/hub/repository.h"
#include "tests/fuzz/require.h"

namespace {

using tunebench::fuzz::require;

void require_sound(const std::vector<tunebench::HubFile>& files) {
    for (const tunebench::HubFile& file : files) {
        require(file.hash.empty() || tunebench::is_content_hash(file.hash));
        require(file.size.value_or(0) <= std::uint64_t{1} << 50);
    }
}

bool is_printable(const std::string& text) {
    return text.size() <= 60 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

void require_sound(const std::vector<tunebench::SearchHit>& hits) {
    require(hits.size() <= 1000);
    for (const tunebench::SearchHit& hit : hits) {
        require(tunebench::parse_repository(hit.id, tunebench::RepositoryKind::Model).has_value());
        require(hit.downloads >= 0 && hit.likes >= 0 && hit.weight_bytes <= std::uint64_t{1} << 50);
        require(is_printable(hit.task) && is_printable(hit.licence) && is_printable(hit.modified));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (data[0] == 'r') {
        if (const auto listing = tunebench::parse_revision(text, "fuzz")) {
            require(tunebench::is_commit_hash(listing->commit));
            require_sound(listing->files);
        } else {
            require(listing.error().message.starts_with("fuzz"));
        }
    } else if (data[0] == 't') {
        if (const auto files = tunebench::parse_tree_page(text, "fuzz"))
            require_sound(*files);
    } else if (data[0] == 's') {
        const auto hits = tunebench::parse_search(text, "fuzz");
        require(hits || hits.error().message.starts_with("fuzz"));
        if (hits)
            require_sound(*hits);
    } else if (data[0] == 'n') {
        if (const auto name = tunebench::parse_hub_name(text))
            require(tunebench::parse_hub_name(tunebench::hub_name_text(*name)) == name);
    } else {
        require(text.find(tunebench::next_page(text)) != std::string_view::npos);
    }
    return 0;
}

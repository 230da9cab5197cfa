#include "core/run/presets.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/base/sha256.h"
#include "core/base/text_distance.h"
#include "core/run/changed_config.h"
#include "core/run/preset_file.h"
#include "core/run/run_folder.h"
#include "core/run/sections.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 200;  // of a folder; what a menu can show

Result<std::vector<fs::path>> preset_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
        std::error_code ignored;
        if (it->path().extension() == kPresetEnding && it->is_regular_file(ignored))
            files.push_back(it->path());
    }
    if (failed && failed != std::errc::no_such_file_or_directory)
        return file_error(failed.value(), "read", folder);
    std::ranges::sort(files);
    if (files.size() > kMostFiles)
        files.resize(kMostFiles);
    return files;
}

void read_folder(const fs::path& folder, RunPresets& found) {
    const auto files = preset_files(folder);
    if (!files) {
        found.problems.push_back(files.error());
        return;
    }
    for (const auto& file : *files) {
        auto preset = read_preset_file(file);
        if (!preset) {
            found.problems.push_back(preset.error());
            continue;
        }
        std::erase_if(found.presets, [&](const RunPreset& known) { return known.name == preset->name; });
        found.presets.push_back(*std::move(preset));
    }
}

int place_of(const std::string& group) {
    return group == "goal" ? 0 : group == "memory" ? 1 : 2;
}

/// A title that its slug does not tell from others, in another script or long, has a number besides: none
/// takes the place of another.
std::string name_of(const std::string& title) {
    constexpr std::size_t kLongestAsItIs = 40;
    const bool is_plain =
        std::ranges::all_of(title, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const auto slug = slug_of(title);
    return is_plain && title.size() <= kLongestAsItIs
               ? slug
               : fmt::format("{}-{}", slug, sha256_hex(title).substr(0, 8));
}

/// Of a section only what another run can have too.
OrderedJson portable_section(const RunConfig& run, std::string_view section) {
    const auto json = section_to_json(run, section);
    if (section == "data")
        return {
            {"loss_on", json["loss_on"]}, {"max_length", json["max_length"]}, {"packing", json["packing"]}};
    auto portable = json;
    if (section == "evaluation")
        portable.erase("samples");
    return portable;
}

}  // namespace

fs::path bundled_preset_folder() {
    std::error_code ignored;
    const auto program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    return (program / "../share/tunebench/presets").lexically_normal();
}

fs::path own_preset_folder(const fs::path& data_folder) {
    return data_folder / "presets";
}

RunPresets presets_in(const fs::path& bundled, const fs::path& own) {
    RunPresets found;
    read_folder(bundled, found);
    RunPresets of_user;
    read_folder(own, of_user);
    for (auto& preset : of_user.presets) {
        preset.group = "own";
        std::erase_if(found.presets, [&](const RunPreset& known) { return known.name == preset.name; });
        found.presets.push_back(std::move(preset));
    }
    std::ranges::move(of_user.problems, std::back_inserter(found.problems));
    std::ranges::stable_sort(found.presets, [](const RunPreset& a, const RunPreset& b) {
        return std::pair(place_of(a.group), a.position) < std::pair(place_of(b.group), b.position);
    });
    return found;
}

Result<RunPreset> find_preset(const RunPresets& presets, std::string_view name) {
    std::vector<std::string> names;
    for (const auto& preset : presets.presets) {
        if (preset.name == name)
            return preset;
        names.push_back(preset.name);
    }
    const auto near = nearest(name, names);
    return Error{.code = ErrorCode::NotFound,
                 .message = fmt::format("There is no preset '{}'", name),
                 .hint = !near.empty()   ? fmt::format("Did you mean '{}'?", near)
                         : names.empty() ? "No presets are installed."
                                         : fmt::format("Known: {}.", fmt::join(names, ", "))};
}

Result<RunConfig> with_preset(const RunConfig& run, const RunPreset& preset) {
    auto changed = changed_config(run, preset.settings, {}, UnknownKeys::Keep);
    if (!changed)
        return in_source(changed.error(), fmt::format("Preset '{}'", preset.title));
    return changed;
}

RunPreset preset_of(const RunConfig& run, std::string title, std::string reason) {
    RunPreset preset{.name = name_of(title), .title = std::move(title), .reason = std::move(reason)};
    for (const auto section : section_names())
        if (section != "model")
            preset.settings[std::string(section)] = portable_section(run, section);
    return preset;
}

Result<void> save_preset(const RunPreset& preset, const fs::path& folder) {
    TRY(const auto text, preset_text(preset));
    std::error_code failed;
    fs::create_directories(folder, failed);
    return write_file_durably(folder / (preset.name + std::string(kPresetEnding)), text);
}

Result<void> remove_preset(std::string_view name, const fs::path& folder) {
    std::error_code failed;
    const auto file = folder / (std::string(name) + std::string(kPresetEnding));
    if (fs::remove(file, failed))
        return {};
    return Error{.code = failed ? ErrorCode::Io : ErrorCode::NotFound,
                 .message = failed ? fmt::format("{} cannot be removed: {}", file.string(), failed.message())
                                   : fmt::format("There is no preset '{}'", name),
                 .hint = failed ? "Look at the permissions of its folder." : ""};
}

}  // namespace tunebench

#include "app/cli/run_target.h"

#include <fmt/format.h>

#include "app/cli/common_options.h"
#include "app/cli/stored_runs.h"
#include "core/run/presets.h"
#include "core/run/run_sources.h"

namespace tunebench::cli {
namespace {

Error not_resumable(const StoredRun& run) {
    const auto& id = run.folder.manifest().id;
    switch (run.state) {
        case RunState::Running:
            return {.code = ErrorCode::InvalidArgument,
                    .message = fmt::format("Run {} is being trained by another process now", id),
                    .hint = "Wait until it ends, or stop it there."};
        case RunState::Ended:
            return {.code = ErrorCode::InvalidArgument,
                    .message = fmt::format("Run {} has ended; there is nothing to resume", id),
                    .hint = "Run the file without --resume to train it again."};
        case RunState::Interrupted:
        case RunState::Stopped:
        case RunState::Failed:
            break;
    }
    return {.code = ErrorCode::NotFound,
            .message = fmt::format("Run {} has saved nothing yet that it could go on from", id),
            .hint = "Run the file without --resume to train it from the beginning."};
}

Result<RunTarget> resume_stored(const StoredRun& run) {
    if (!run.is_resumable())
        return not_resumable(run);
    return RunTarget{.config = run.folder.manifest().config, .resume_folder = run.folder.path()};
}

/// --resume with a run file: the newest run of the same configuration, or a fresh one when it has saved
/// nothing, so that a job that is queued again always ends with the run done.
Result<RunTarget> resume_or_start(const RunConfig& config, const std::filesystem::path& data_folder) {
    const auto run = newest_run_of(data_folder, config);
    if (run && run->is_resumable())
        return resume_stored(*run);
    if (run && (run->state == RunState::Running || run->state == RunState::Ended))
        return not_resumable(*run);
    TRY(auto fresh, located(config, hub_cache_folder()));
    return RunTarget{.config = std::move(fresh),
                     .note = "Nothing of this configuration was saved before; it starts from the beginning."};
}

Result<RunTarget> start_fresh(const RunConfig& config, const std::filesystem::path& data_folder) {
    TRY(auto fresh, located(config, hub_cache_folder()));
    const auto run = newest_run_of(data_folder, config);
    std::string note;
    if (run && run->is_resumable() && run->state == RunState::Interrupted)
        note = fmt::format(
            "Run {} of this configuration was interrupted; it can go on after step {} with: "
            "tunebench-cli run {} --resume",
            run->folder.manifest().id, *run->saved_step, run->folder.manifest().id);
    return RunTarget{.config = std::move(fresh), .note = std::move(note)};
}

Error with_hint(Error error, std::string hint) {
    error.hint = std::move(hint);
    return error;
}

bool is_file(const std::string& target) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(target, ignored) || target.ends_with(".json");
}

/// Names of the hub stand in it as they were written. Without a run file the defaults.
Result<RunConfig> from_file(const std::string& run_file) {
    if (run_file.empty())
        return default_run_config();
    auto loaded = load_run_file(absolute_path(run_file));
    if (!loaded && loaded.error().hint.empty())
        return with_hint(loaded.error(), "Correct the run file at that place.");
    return loaded;
}

Result<RunConfig> with_named_preset(const RunConfig& config, const std::string& name,
                                    const std::filesystem::path& data_folder) {
    if (name.empty())
        return config;
    const auto known = presets_in(bundled_preset_folder(), own_preset_folder(data_folder));
    TRY(const auto preset, find_preset(known, name));
    return with_preset(config, preset);
}

Result<RunConfig> asked_for(const RunArguments& arguments, const std::filesystem::path& data_folder) {
    TRY(const auto file, from_file(arguments.target));
    TRY(auto config, with_named_preset(file, arguments.preset, data_folder));
    TRY_VOID(apply_overrides(config, arguments.overrides));
    if (!arguments.name.empty())
        config.general.name = arguments.name;
    return config;
}

double rate_of(const RunConfig& config) {
    const auto* rate = config.optimizer.params.find("learning_rate");
    const auto* value = rate ? rate->get<double>() : nullptr;
    return value ? *value : 0.0;
}

/// A run whose adjustable settings are others: what is said of them reads the same from both.
RunConfig with_other_settings(RunConfig config) {
    if (const auto rate = rate_of(config); rate > 0.0)
        config.optimizer.params.set("learning_rate", rate / 2.0);
    config.evaluation.every = config.evaluation.every > 0 ? config.evaluation.every - 1 : 1;
    return config;
}

/// What a run that exists can still change, as in the window while it trains. A value of its configuration
/// counts too: the run may have been changed before.
Result<std::optional<AdjustCommand>> adjustment_of(const RunConfig& config, const RunArguments& arguments) {
    auto wanted = config;
    TRY_VOID(apply_overrides(wanted, arguments.overrides));
    auto from_others = with_other_settings(config);
    TRY_VOID(apply_overrides(from_others, arguments.overrides));
    AdjustCommand adjustment;
    const auto* own_rate = config.optimizer.params.find("learning_rate");
    if (const auto rate = rate_of(wanted); rate > 0.0 && rate == rate_of(from_others))
        adjustment.learning_rate = rate;
    if (wanted.evaluation.every == from_others.evaluation.every)
        adjustment.evaluation_every = wanted.evaluation.every;
    if (own_rate)
        wanted.optimizer.params.set("learning_rate", *own_rate);
    wanted.evaluation.every = config.evaluation.every;
    if (wanted != config || !arguments.name.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message =
                         "Of a run that exists --set changes optimizer.learning_rate and evaluation.every "
                         "only, and --name nothing",
                     .hint = "Start a run file with the other settings instead."};
    const bool is_change = adjustment.learning_rate || adjustment.evaluation_every;
    return is_change ? std::optional(adjustment) : std::nullopt;
}

bool asks_for_nothing(const RunArguments& arguments) {
    return arguments.target.empty() && arguments.preset.empty() && arguments.overrides.empty();
}

}  // namespace

Result<RunConfig> configured(const std::string& run_file, const std::vector<std::string>& overrides,
                             const std::string& name) {
    const RunArguments arguments{.target = run_file, .overrides = overrides, .name = name};
    TRY(const auto config, asked_for(arguments, {}));
    return located(config, hub_cache_folder());
}

Result<RunTarget> resolve_target(const RunArguments& arguments, const std::filesystem::path& data_folder) {
    if (asks_for_nothing(arguments))
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "RUN is missing: there is nothing to train",
                     .hint = "Give a run file, or say everything with --preset and --set."};
    if (arguments.target.empty() || is_file(arguments.target)) {
        TRY(const auto config, asked_for(arguments, data_folder));
        return arguments.resume ? resume_or_start(config, data_folder) : start_fresh(config, data_folder);
    }
    const auto found = find_run(data_folder, arguments.target);
    if (!found && !arguments.resume)
        return Error{.code = ErrorCode::NotFound,
                     .message = fmt::format("\"{}\" is no run file", arguments.target),
                     .hint = "Give the path of a *.tunebench.json file."};
    TRY(const auto run, found);
    if (!arguments.resume)
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = fmt::format("\"{}\" is a run, not a run file", arguments.target),
            .hint = fmt::format("`tunebench-cli run {} --resume` goes on with it.", arguments.target)};
    if (!arguments.preset.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "A run that exists cannot be changed by --preset",
                     .hint = "Start a run file with it instead."};
    TRY(auto target, resume_stored(run));
    TRY(target.adjustment, adjustment_of(target.config, arguments));
    return target;
}

}  // namespace tunebench::cli

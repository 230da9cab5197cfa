// What the history knows of one run, as rows of tables.
#pragma once

#include "core/history/disk_use.h"
#include "core/history/generalization.h"
#include "core/history/history.h"
#include "ui/models/hub_model.h"

namespace tunebench::ui {

/// Metric, last, best, lowest, highest: values with their steps. Forgetting and overfitting come first, where
/// they are known.
std::vector<HubRow> metricRows(const std::vector<MetricSummary>& metrics,
                               const std::optional<MetricValue>& overfitting,
                               const std::optional<Forgetting>& forgetting = {});

/// From the values of the metrics "loss" and "validation_loss"; with the step of the last validation.
std::optional<MetricValue> overfittingOf(const std::vector<MetricPoint>& training,
                                         const std::vector<MetricPoint>& validation);

/// Setting and value, as they were frozen.
std::vector<HubRow> settingRows(const RunManifest& manifest);

/// Fact and value: versions, machine, hashes of model and data.
std::vector<HubRow> environmentRows(const RunDetails& details);

/// Every start or resume: when, from where, to which step, how it ended.
std::vector<HubRow> sessionRows(const std::vector<RunSession>& sessions);

/// Step and text: warnings, changed settings, memory peaks, exports, errors.
std::vector<HubRow> eventRows(const RunDetails& details, const std::vector<SettingsChanged>& changes);

/// Step, prompt, answer.
std::vector<HubRow> sampleRows(const std::vector<SampleDone>& samples);

/// Checkpoint, step, size.
std::vector<HubRow> checkpointRows(const std::vector<CheckpointSaved>& checkpoints);

/// What and size, the largest first; last why there may be more.
std::vector<HubRow> diskRows(const DiskUse& use);

}  // namespace tunebench::ui

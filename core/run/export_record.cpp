#include "core/run/export_record.h"

#include "core/base/durable_file.h"
#include "core/jobs/exact_number.h"

namespace tunebench {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{16} << 20;

std::filesystem::path file_in(const std::filesystem::path& run_folder) {
    return run_folder / "exports.jsonl";
}

Result<ExportReport> report_from_json(const Json& json) {
    ExportReport report;
    TRY(const auto out, json_string(json, "out"));
    report.out = out;
    TRY(report.files, json_strings(json, "files"));
    TRY(const auto bytes, json_integer(json, "bytes"));
    report.bytes = static_cast<std::uint64_t>(bytes);
    TRY(report.tensors, json_integer(json, "tensors"));
    TRY(report.compared_on, json_string(json, "compared_on"));
    TRY(report.compared_sequences, json_integer(json, "compared_sequences"));
    TRY(report.compared_tokens, json_integer(json, "compared_tokens"));
    TRY(report.max_logit, json_number(json, "max_logit"));
    TRY(report.max_logit_difference, json_number(json, "max_logit_difference"));
    TRY(report.max_logit_difference_absolute, json_number(json, "max_logit_difference_absolute"));
    TRY(report.mean_kl, json_number(json, "mean_kl"));
    TRY(report.top1_agreement, json_number(json, "top1_agreement"));
    TRY(report.tolerance, json_number(json, "tolerance"));
    TRY(report.notes, json_strings(json, "notes"));
    return report;
}

Result<ExportRecord> record_from_line(std::string_view line, std::string_view source) {
    TRY(const auto json, parse_json(line, source));
    ExportRecord record;
    TRY(record.time, json_string(json, "time"));
    TRY(record.to, json_string(json, "to"));
    TRY(record.checkpoint, json_string(json, "checkpoint"));
    TRY(record.report, report_from_json(json));
    return record;
}

}  // namespace

OrderedJson export_report_to_json(const ExportReport& report) {
    return {{"out", report.out.string()},
            {"files", report.files},
            {"bytes", report.bytes},
            {"tensors", report.tensors},
            {"compared_on", report.compared_on},
            {"compared_sequences", report.compared_sequences},
            {"compared_tokens", report.compared_tokens},
            {"max_logit", exact_number(report.max_logit)},
            {"max_logit_difference", exact_number(report.max_logit_difference)},
            {"max_logit_difference_absolute", exact_number(report.max_logit_difference_absolute)},
            {"mean_kl", exact_number(report.mean_kl)},
            {"top1_agreement", exact_number(report.top1_agreement)},
            {"tolerance", exact_number(report.tolerance)},
            {"notes", report.notes}};
}

Result<void> append_export_record(const std::filesystem::path& run_folder, const ExportRecord& record) {
    OrderedJson json = {{"time", record.time}, {"to", record.to}, {"checkpoint", record.checkpoint}};
    json.update(export_report_to_json(record.report));
    TRY(auto file, AppendFile::open(file_in(run_folder)));
    TRY_VOID(file.append_line(json_text(json)));
    return file.sync();
}

std::vector<ExportRecord> read_export_records(const std::filesystem::path& run_folder) {
    const auto text = read_file(file_in(run_folder), kMaxBytes);
    std::vector<ExportRecord> records;
    std::string_view rest = text ? std::string_view(*text) : std::string_view();
    for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        if (auto record = record_from_line(rest.substr(0, end), "exports.jsonl"))
            records.push_back(*std::move(record));
        rest.remove_prefix(end + 1);
    }
    return records;
}

}  // namespace tunebench

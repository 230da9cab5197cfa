#include "core/engine/exporting/exporter.h"

#include "core/engine/exporting/model_folder.h"
#include "core/engine/models/weight_loader.h"
#include "core/run/run_model.h"

namespace tunebench::merged {
namespace {

at::ScalarType scalar_type(ExportDtype dtype) {
    return dtype == ExportDtype::F16 ? at::kHalf : dtype == ExportDtype::BF16 ? at::kBFloat16 : at::kFloat;
}

Result<void> write(const ExportJob& job) {
    job.trainee.model->merge();
    TRY_VOID(write_model_folder(job.out, *job.trainee.model, job.run.model.path,
                                {.type = scalar_type(job.dtype)}));
    return write_added_tokens(job.run.model, job.out);
}

Result<std::unique_ptr<CausalModel>> reload(const ExportJob& job) {
    return load_model(job.out);
}

}  // namespace

const Exporter& exporter() {
    static const Exporter described{.id = "merged", .write = write, .reload = reload};
    return described;
}

}  // namespace tunebench::merged

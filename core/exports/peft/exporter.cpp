#include "core/engine/exporting/exporter.h"

#include "core/engine/exporting/adapter_folder.h"
#include "core/run/run_model.h"

namespace tunebench::peft {
namespace {

Result<void> write(const ExportJob& job) {
    TRY_VOID(write_adapter(job.out, job.method, job.run.method.params, *job.trainee.model, job.run.model.path,
                           job.trainee.parameters));
    return write_added_tokens(job.run.model, job.out);
}

Result<std::unique_ptr<CausalModel>> reload(const ExportJob& job) {
    return reload_on_base(job, load_peft_adapter);
}

}  // namespace

const Exporter& exporter() {
    static const Exporter described{.id = "peft",
                                    .write = write,
                                    .reload = reload,
                                    .recognises = is_peft_adapter,
                                    .attach = load_peft_adapter};
    return described;
}

}  // namespace tunebench::peft

# The engine's own kernels: compiled wherever there is nvcc, so that they stay in order on machines without a GPU, and
# linked where LibTorch has CUDA (which then has enabled the language itself, for the GPUs that TORCH_CUDA_ARCH_LIST
# names or that it finds).
include(CheckLanguage)
check_language(CUDA)
if(NOT CMAKE_CUDA_COMPILER)
  return()
endif()
if(NOT TORCH_CUDA_LIBRARIES AND NOT DEFINED CMAKE_CUDA_ARCHITECTURES)
  set(CMAKE_CUDA_ARCHITECTURES 80)
endif()
set(CMAKE_CUDA_RUNTIME_LIBRARY Shared)
enable_language(CUDA)
find_package(CUDAToolkit REQUIRED)
file(GLOB kernels CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/engine/ops/cuda/*.cu)
add_library(tunebench_kernels OBJECT ${kernels})
target_include_directories(tunebench_kernels PRIVATE ${PROJECT_SOURCE_DIR})
set_target_properties(tunebench_kernels PROPERTIES CUDA_STANDARD 17 CUDA_STANDARD_REQUIRED ON UNITY_BUILD OFF)
target_link_libraries(tunebench_kernels PUBLIC CUDA::cudart)

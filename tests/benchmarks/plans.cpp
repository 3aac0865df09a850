#include "plans.h"

#include <fmt/format.h>
#include <iterator>
#include <random>

namespace planc::bench {

namespace {

constexpr std::size_t tasks_per_phase = 50;
constexpr std::size_t layer = 20;

constexpr auto head = R"(planc: 1
plan:
  id: bench-{0}-{1}
  title: 订单系统第 {1} 次发布计划
  release: 3.{1}.0
  status: draft
  language: zh-CN
  timezone: Asia/Shanghai
  start: 2026-03-02
people:
  lin: {{name: 林晓, phone: "+86 10 5550 0101", email: lin@example.com}}
  zhou: {{name: 周帆, phone: "+86 10 5550 0102", email: zhou@example.com}}
  wu: {{name: 吴桐, phone: "+86 10 5550 0103", email: wu@example.com}}
roles:
  developer: {{title: 开发, people: [zhou]}}
  operations: {{title: 运维, people: [lin]}}
  tester: {{title: 测试, people: [wu]}}
phases:
)";

} // namespace

std::string make_plan(std::size_t tasks, unsigned seed) {
    std::mt19937 random(seed);
    std::string text = fmt::format(head, tasks, seed);
    const auto out = std::back_inserter(text);
    static constexpr const char* owners[] = {"developer", "operations", "tester"};
    for (std::size_t i = 0; i < tasks; ++i) {
        if (i % tasks_per_phase == 0) {
            fmt::format_to(out, "  - id: phase-{0}\n    title: 第 {0} 批服务\n    owner: operations\n    tasks:\n",
                           i / tasks_per_phase);
        }
        fmt::format_to(out,
                       "      - id: task-{0:06}\n        title: 部署并验证第 {0} 个服务实例\n        owner: {1}\n      "
                       "  duration: {2}wd\n",
                       i, owners[random() % 3], 1 + random() % 4);
        if (i < layer) continue;
        // Two of the layer before, so that neither is implied by the other.
        const std::size_t base = (i / layer - 1) * layer;
        const std::size_t first = random() % layer;
        const std::size_t second = (first + 1 + random() % (layer - 1)) % layer;
        fmt::format_to(out, "        depends_on: [task-{:06}, task-{:06}]\n", base + first, base + second);
    }
    return text;
}

} // namespace planc::bench

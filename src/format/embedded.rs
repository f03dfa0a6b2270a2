//! The checklists and layouts that come with the program.

/// File name and YAML of each checklist.
pub const EMBEDDED: [(&str, &str); 2] = [
    (
        "taijiang-2022.yaml",
        include_str!("../../checklists/taijiang-2022.yaml"),
    ),
    (
        "fengze-2020.yaml",
        include_str!("../../checklists/fengze-2020.yaml"),
    ),
];

/// File name and YAML of each layout.
pub const EMBEDDED_LAYOUTS: [(&str, &str); 3] = [
    (
        "education.yaml",
        include_str!("../report/layouts/education.yaml"),
    ),
    ("health.yaml", include_str!("../report/layouts/health.yaml")),
    ("street.yaml", include_str!("../report/layouts/street.yaml")),
];
